package io.quayside.partner;

import io.quayside.work.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The shared channels of the database. */
@Service
class StoredSharedChannels implements SharedChannels {

  private static final Logger LOG = LoggerFactory.getLogger(StoredSharedChannels.class);

  private final FileStore files;
  private final Database database;
  private final ChangeEvents events;

  StoredSharedChannels(FileStore files, Database database, ChangeEvents events) {
    this.files = files;
    this.database = database;
    this.events = events;
  }

  @Override
  public Optional<SharedChannel> find(String id) {
    return files.find(FileStore.CHANNEL, id).flatMap(this::load);
  }

  @Override
  public List<SharedChannel> all() {
    return files.stamps(FileStore.CHANNEL).stream()
        .flatMap(stamp -> find(stamp.id()).stream())
        .toList();
  }

  @Override
  public long save(String id, String yamlOrJson, String by, Long expectedVersion) {
    return store(id, yamlOrJson, by, expectedVersion, null);
  }

  @Override
  public long importFile(String id, String yaml, String origin) {
    String hash = FileStore.sha256(yaml);
    Optional<FileStore.Row> before = files.find(FileStore.CHANNEL, id);
    if (before.isPresent() && hash.equals(before.get().imported())) {
      return before.get().version();
    }
    return store(id, yaml, "file " + origin, null, hash);
  }

  @Override
  public Optional<String> source(String id) {
    return files.find(FileStore.CHANNEL, id).map(FileStore.Row::source);
  }

  @Override
  public Optional<Long> version(String id) {
    return files.find(FileStore.CHANNEL, id).map(FileStore.Row::version);
  }

  private long store(String id, String text, String by, Long expected, String imported) {
    return database.inTransaction(
        () -> {
          read(id, text);
          long before = files.find(FileStore.CHANNEL, id).map(FileStore.Row::version).orElse(0L);
          FileStore.Row row = files.save(FileStore.CHANNEL, id, text, by, expected, imported);
          if (row.version() != before) {
            events.sharedChannel();
          }
          return row.version();
        });
  }

  private Optional<SharedChannel> load(FileStore.Row row) {
    try {
      return Optional.of(read(row.id(), row.source()));
    } catch (PartnerFileException e) {
      LOG.error("The stored channel {} is left out: {}", row.id(), e.getMessage());
      return Optional.empty();
    }
  }

  private static SharedChannel read(String id, String text) {
    return FileText.read("channel file " + id, text, file -> channel(id, file));
  }

  private static SharedChannel channel(String expected, FileNode file) {
    String id = file.requiredMatching("id", Grammar.ID);
    if (id != null && !id.equals(expected)) {
      file.fault(
          "id", id, "is not the id of this file", "Write " + expected + " or rename the file");
    }
    List<String> partners = new ArrayList<>(file.texts("partners", List.of("any")));
    partners.remove("any");
    return new SharedChannel(ChannelReader.channel(expected, file, true), partners);
  }
}
