package io.quayside.intake;

import io.quayside.document.Receipts;
import io.quayside.partner.Channel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * Takes the files of one SFTP channel. A file is looked at when it did not change between two
 * polls, and taken when its content is complete or it has been lying still for the channel's
 * minimum age. The bytes are stored first; only then is it renamed to {@code
 * archive/<receipt>_<name>} there.
 */
class SftpArrivals
    implements GenericFileProcessStrategy<SftpRemoteFile>, GenericFileFilter<SftpRemoteFile> {

  private static final String TAKEN = "quaysideTaken";
  private static final String SETTLED = "quaysideSettled";

  private final Channel.Sftp channel;
  private final String owner;
  private final Receipts receipts;
  private final IntakeProblems problems;
  private final long maxSize;
  private final Settling settling;
  private final Map<String, String> looked = new HashMap<>();
  private final Set<String> kept = new HashSet<>();
  private final Map<String, Integer> generations = new HashMap<>();

  /**
   * @param owner the partner whose channel it is, null for a shared one
   */
  SftpArrivals(
      Channel.Sftp channel,
      String owner,
      Receipts receipts,
      IntakeProblems problems,
      IntakeSettings settings) {
    this.channel = channel;
    this.owner = owner;
    this.receipts = receipts;
    this.problems = problems;
    this.maxSize = settings.maxSize().toBytes();
    this.settling = new Settling(channel.minAge());
  }

  @Override
  public boolean accept(GenericFile<SftpRemoteFile> file) {
    String name = file.getFileNameOnly();
    if (file.isDirectory() || ArrivalNames.unfinished(name)) {
      return false;
    }
    if (!ArrivalNames.allowed(name)) {
      problems.refusedName(channel.id(), owner, name);
      return false;
    }
    if (file.getFileLength() > maxSize) {
      problems.tooLarge(channel.id(), owner, name, file.getFileLength(), maxSize);
      return false;
    }
    return true;
  }

  /** Download it now? Not while it changes, and not twice for the same incomplete content. */
  @Override
  public boolean begin(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    String path = file.getAbsoluteFilePath();
    if (kept.contains(state(file))) {
      return false;
    }
    Settling.Look look = settling.look(path, file.getFileLength(), file.getLastModified());
    boolean settled = look == Settling.Look.SETTLED;
    if (look == Settling.Look.NEW || (!settled && state(file).equals(looked.get(path)))) {
      return false;
    }
    looked.put(path, state(file));
    exchange.setProperty(SETTLED, settled);
    return true;
  }

  /** Stores the bytes when they are whole; called by the route. */
  public void take(Exchange exchange) {
    @SuppressWarnings("unchecked")
    GenericFile<SftpRemoteFile> file =
        exchange.getProperty(Exchange.FILE_EXCHANGE_FILE, GenericFile.class);
    byte[] bytes = exchange.getIn().getBody(byte[].class);
    boolean whole = bytes.length == file.getFileLength();
    boolean settled = exchange.getProperty(SETTLED, false, Boolean.class);
    if (!whole || !(settled || Completeness.complete(bytes))) {
      return;
    }
    int generation = generations.getOrDefault(file.getAbsoluteFilePath(), 0);
    String key =
        state(file) + "|" + Hashes.sha256(bytes) + (generation > 0 ? "|" + generation : "");
    String name = ArrivalNames.shown(file.getFileNameOnly());
    Receipts.Received received =
        receipts.receive(
            new Receipts.Arrival(channel.id(), "sftp", owner, key, name, bytes, false));
    exchange.setProperty(TAKEN, received.receipt().id());
  }

  @Override
  public void commit(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    String receiptId = exchange.getProperty(TAKEN, String.class);
    if (receiptId == null || changed(operations, file)) {
      return;
    }
    String path = file.getAbsoluteFilePath();
    String directory = path.substring(0, path.length() - file.getFileNameOnly().length());
    String target = directory + "archive/" + receiptId + "_" + file.getFileNameOnly();
    if (exists(operations, target)) {
      // The same bytes under the same name and time, but the first arrival was archived: a resend.
      generations.merge(path, 1, Integer::sum);
      looked.remove(path);
      return;
    }
    try {
      operations.buildDirectory(directory + "archive", directory.startsWith("/"));
      operations.renameFile(path, target);
      forget(path);
      if (grown(operations, target, file) && !exists(operations, path)) {
        operations.renameFile(target, path);
      }
    } catch (GenericFileOperationFailedException e) {
      kept.add(state(file));
    }
  }

  private void forget(String path) {
    settling.forget(path);
    looked.remove(path);
    generations.remove(path);
  }

  private static boolean changed(
      GenericFileOperations<SftpRemoteFile> operations, GenericFile<SftpRemoteFile> file) {
    SftpRemoteFile now = stat(operations, file.getAbsoluteFilePath());
    return now == null
        || now.getFileLength() != file.getFileLength()
        || now.getLastModified() != file.getLastModified();
  }

  /** Written to between the last look and the rename: what was added was not taken in. */
  private static boolean grown(
      GenericFileOperations<SftpRemoteFile> operations,
      String target,
      GenericFile<SftpRemoteFile> file) {
    SftpRemoteFile now = stat(operations, target);
    return now != null && now.getFileLength() != file.getFileLength();
  }

  private static boolean exists(GenericFileOperations<SftpRemoteFile> operations, String path) {
    return stat(operations, path) != null;
  }

  private static SftpRemoteFile stat(
      GenericFileOperations<SftpRemoteFile> operations, String path) {
    try {
      SftpRemoteFile[] files = ((RemoteFileOperations<SftpRemoteFile>) operations).listFiles(path);
      return files.length == 1 ? files[0] : null;
    } catch (GenericFileOperationFailedException e) {
      return null;
    }
  }

  private static String state(GenericFile<SftpRemoteFile> file) {
    return file.getAbsoluteFilePath() + "|" + file.getFileLength() + "|" + file.getLastModified();
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint) {
    // nothing is made on the partner's server before there is something to archive
  }

  @Override
  public void abort(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    // the file stays for the next look
  }

  @Override
  public void rollback(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    looked.remove(file.getAbsoluteFilePath());
  }
}
