package io.quayside.intake;

import io.quayside.document.Receipts;
import io.quayside.work.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Takes files out of the inbox: at once when their content is complete, else when they have been
 * lying still. The bytes are stored first; only then is the file moved to the archive. After a
 * crash in between, the same file has the same transport key, and only the move is done again.
 */
@Component("folderArrivals")
class FolderArrivals implements GenericFileProcessStrategy<File> {

  private static final String ARRIVAL = "quaysideArrival";
  private static final String TAKEN = "quaysideTaken";

  /** A file as it was read, and what tells it from another of the same name. */
  private record Arrival(Path path, BasicFileAttributes attributes, String key, byte[] bytes) {}

  private final Receipts receipts;
  private final IntakeProblems problems;
  private final Path inbox;
  private final Path archive;
  private final Clock clock;
  private final long maxSize;
  private final Settling settling;
  private final LateWrites late;

  FolderArrivals(
      Receipts receipts, IntakeProblems problems, IntakeSettings settings, Home home, Clock clock)
      throws IOException {
    this.receipts = receipts;
    this.problems = problems;
    this.inbox = Files.createDirectories(home.directory().resolve("inbox"));
    this.archive = home.directory().resolve("archive");
    this.clock = clock;
    this.maxSize = settings.maxSize().toBytes();
    this.settling = new Settling(settings.settle());
    this.late = new LateWrites(inbox, System::nanoTime);
  }

  @Override
  public boolean begin(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file)
      throws IOException {
    Path path = file.getFile().toPath().toAbsolutePath().normalize();
    if (ArrivalNames.unfinished(path.getFileName().toString())
        || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (leadsOutside(path)) {
      problems.link(inbox.relativize(path).toString());
      return false;
    }
    BasicFileAttributes before = attributes(path);
    Settling.Look look =
        settling.look(path.toString(), before.size(), before.lastModifiedTime().toMillis());
    if (before.size() > maxSize) {
      problems.tooLarge("folder", null, inbox.relativize(path).toString(), before.size(), maxSize);
      return false;
    }
    if (look == Settling.Look.WAITING) {
      return false;
    }
    byte[] bytes = Files.readAllBytes(path);
    if (look == Settling.Look.NEW && !Completeness.complete(bytes)) {
      return false;
    }
    if (!same(before, attributes(path)) || bytes.length != before.size()) {
      return false;
    }
    String key =
        "%s|%d|%s|%s|%s"
            .formatted(
                inbox.relativize(path),
                before.size(),
                before.lastModifiedTime(),
                before.fileKey(),
                Hashes.sha256(bytes));
    exchange.setProperty(ARRIVAL, new Arrival(path, before, key, bytes));
    return true;
  }

  /** Stores the bytes; called by the route. */
  public void take(Exchange exchange) {
    Arrival arrival = exchange.getProperty(ARRIVAL, Arrival.class);
    String name = ArrivalNames.shown(arrival.path().getFileName().toString());
    Receipts.Received received =
        receipts.receive(
            new Receipts.Arrival(
                "folder", "folder", null, arrival.key(), name, arrival.bytes(), false));
    exchange.setProperty(TAKEN, received.receipt().id());
  }

  @Override
  public void commit(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file)
      throws IOException {
    Arrival arrival = exchange.getProperty(ARRIVAL, Arrival.class);
    String receiptId = exchange.getProperty(TAKEN, String.class);
    if (receiptId == null
        || leadsOutside(arrival.path())
        || !same(arrival.attributes(), attributes(arrival.path()))) {
      return;
    }
    Path day = archive.resolve(LocalDate.now(clock).toString());
    Files.createDirectories(day);
    String name = receiptId + "_" + ArrivalNames.sanitised(arrival.path().getFileName().toString());
    Files.move(arrival.path(), day.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    settling.forget(arrival.path().toString());
    late.watch(day.resolve(name), arrival.bytes().length);
  }

  /** What Camel asks before each look into the inbox. */
  PollingConsumerPollStrategy polls() {
    return new DefaultPollingConsumerPollStrategy() {
      @Override
      public boolean begin(Consumer consumer, Endpoint endpoint) {
        late.look();
        return true;
      }
    };
  }

  /** A folder on the way that is a link: what lies behind it is not ours to take. */
  private boolean leadsOutside(Path path) throws IOException {
    return !inbox.toRealPath().resolve(inbox.relativize(path)).equals(path.toRealPath());
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean same(BasicFileAttributes one, BasicFileAttributes other) {
    return one.size() == other.size() && one.lastModifiedTime().equals(other.lastModifiedTime());
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
    // the archive is made day by day
  }

  @Override
  public void abort(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file) {
    // the file stays for the next look
  }

  @Override
  public void rollback(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file) {
    // the file stays for the next look
  }

  /** The looks of the route that reads the inbox. */
  @Configuration(proxyBeanMethods = false)
  static class Polls {

    @Bean
    PollingConsumerPollStrategy folderPolls(FolderArrivals arrivals) {
      return arrivals.polls();
    }
  }
}
