package io.quayside.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The directory {@code quayside.home}, for its owner's eyes only and for one running hub: database,
 * broker store, archive, inbox and outbox.
 */
public final class Home implements AutoCloseable {

  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path directory;
  private final FileChannel channel;

  private Home(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Makes the directory where it is missing and takes it for this process.
   *
   * @throws StartRefused when another hub runs on it; the message names its process
   */
  public static Home open(Path path) {
    Path directory = path.toAbsolutePath().normalize();
    try {
      create(directory);
      Path lockFile = directory.resolve("lock");
      FileChannel channel =
          FileChannel.open(
              lockFile,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!locked(channel)) {
        String holder = Files.readString(lockFile).strip();
        channel.close();
        throw new StartRefused(
            "Another hub runs on " + directory + " (" + holder + ").",
            "Stop it first, or give this one its own quayside.home.",
            null);
      }
      ProcessHandle self = ProcessHandle.current();
      String holder = "process " + self.pid() + ", since " + java.time.Instant.now();
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      return new Home(directory, channel);
    } catch (IOException e) {
      throw new StartRefused(
          "quayside.home " + directory + " cannot be used: " + e, "Check path and rights.", e);
    }
  }

  private static void create(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(directory);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** The directory, absolute. */
  public Path directory() {
    return directory;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
