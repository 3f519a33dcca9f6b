package io.quayside.outbound;

import io.quayside.partner.Channel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Puts a file into {@code ${quayside.home}/outbox/<partner>/}: written under a hidden name, forced
 * to disk, then renamed. Whoever takes files from there never sees half of one.
 */
@Component
class FolderOut implements WayOut {
  private final Path outbox;

  FolderOut(@Value("${quayside.home}") Path home) {
    this.outbox = home.toAbsolutePath().normalize().resolve("outbox");
  }

  @Override
  public boolean serves(Channel channel) {
    return channel instanceof Channel.Folder;
  }

  @Override
  public String bring(Parcel parcel, Channel channel) throws IOException {
    Path folder = outbox.resolve(parcel.partnerId()).normalize();
    if (!folder.getParent().equals(outbox)) {
      throw new IOException("The partner id " + parcel.partnerId() + " is no folder name");
    }
    Files.createDirectories(folder);
    Path file = folder.resolve(parcel.name());
    if (Files.exists(file)) {
      if (Arrays.equals(Files.readAllBytes(file), parcel.bytes())) {
        return evidence(parcel, "found in its folder");
      }
      throw new IOException("Another file named " + parcel.name() + " is in the partner's folder");
    }
    Path part = folder.resolve("." + parcel.name() + ".part");
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(parcel.bytes());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
    return evidence(parcel, "put into its folder");
  }

  /** Makes the new name durable, too. */
  private static void force(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static String evidence(Parcel parcel, String how) {
    return "%s as %s (%d bytes)".formatted(how, parcel.name(), parcel.bytes().length);
  }
}
