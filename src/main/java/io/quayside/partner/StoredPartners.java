package io.quayside.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.work.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The partners of the database. Read texts are kept by their hash, so a rollback harms nothing. */
@Service
class StoredPartners implements Partners {

  private static final Logger LOG = LoggerFactory.getLogger(StoredPartners.class);

  private final FileStore files;
  private final Database database;
  private final ChangeEvents events;
  private final ObjectMapper json;
  private final PartnerReader reader;
  private final Map<FileStore.Stamp, Optional<TradingPartner>> read = new ConcurrentHashMap<>();

  StoredPartners(
      FileStore files,
      Database database,
      ChangeEvents events,
      ObjectMapper json,
      Companies companies) {
    this.files = files;
    this.database = database;
    this.events = events;
    this.json = json;
    this.reader = new PartnerReader(companies.standard());
  }

  @Override
  public Optional<TradingPartner> find(String id) {
    return Optional.ofNullable(id)
        .flatMap(known -> files.stamp(FileStore.PARTNER, known))
        .flatMap(this::read);
  }

  @Override
  public List<TradingPartner> all() {
    List<FileStore.Stamp> stamps = files.stamps(FileStore.PARTNER);
    if (read.size() > 2 * stamps.size() + 50) {
      read.keySet().retainAll(Set.copyOf(stamps));
    }
    return stamps.stream().flatMap(stamp -> read(stamp).stream()).toList();
  }

  private Optional<TradingPartner> read(FileStore.Stamp stamp) {
    return read.computeIfAbsent(stamp, this::load);
  }

  @Override
  public Optional<TradingPartner> byAddress(
      String scheme, String qualifier, String value, String group) {
    return AddressBook.find(all(), scheme, qualifier, value, group);
  }

  @Override
  public Saved save(String id, String yamlOrJson, String by, Long expectedVersion) {
    return store(id, yamlOrJson, by, expectedVersion, null);
  }

  @Override
  public Saved importFile(String id, String yaml, String origin) {
    String hash = FileStore.sha256(yaml);
    Optional<FileStore.Row> before = files.find(FileStore.PARTNER, id);
    if (before.isPresent() && hash.equals(before.get().imported())) {
      Optional<TradingPartner> partner = find(id);
      if (partner.isPresent()) {
        return new Saved(partner.get(), partner.get().version(), false);
      }
    }
    return store(id, yaml, "file " + origin, null, hash);
  }

  @Override
  public TradingPartner check(String id, String yamlOrJson) {
    TradingPartner partner = reader.read(id, yamlOrJson, 0);
    List<Fault> faults = AddressBook.clashes(partner, all());
    if (!faults.isEmpty()) {
      throw new PartnerFileException("partner file " + id, faults);
    }
    return partner;
  }

  @Override
  public Optional<String> source(String id) {
    return files.find(FileStore.PARTNER, id).map(FileStore.Row::source);
  }

  @Override
  public List<Version> history(String id) {
    return files.history(FileStore.PARTNER, id);
  }

  @Override
  public void saveLocation(String id, String code, Location location, String by) {
    database.inTransaction(
        () -> {
          files.saveLocation(id, code, write(location), by);
          events.partner(id);
        });
  }

  @Override
  public Saved saveCrossReference(String id, String number, String sku, String by) {
    return database.inTransaction(
        () -> {
          FileStore.Row row = files.lock(FileStore.PARTNER, id);
          String text = CrossReferenceText.with(row.source(), number, sku);
          if (!sku.equals(check(id, text).items().crossReference().get(number))) {
            throw new IllegalStateException(
                "Partner file %s: the cross reference of %s was not written".formatted(id, number));
          }
          return store(id, text, by, row.version(), null);
        });
  }

  private Saved store(String id, String text, String by, Long expected, String imported) {
    return database.inTransaction(
        () -> {
          check(id, text);
          long before = files.find(FileStore.PARTNER, id).map(FileStore.Row::version).orElse(0L);
          FileStore.Row row = files.save(FileStore.PARTNER, id, text, by, expected, imported);
          boolean changed = row.version() != before;
          if (changed) {
            events.partner(id);
          }
          return new Saved(
              withLocations(reader.read(id, text, row.version())), row.version(), changed);
        });
  }

  private Optional<TradingPartner> load(FileStore.Stamp stamp) {
    try {
      return files
          .find(FileStore.PARTNER, stamp.id())
          .map(row -> withLocations(reader.read(row.id(), row.source(), row.version())));
    } catch (PartnerFileException e) {
      LOG.error("The stored partner {} is left out: {}", stamp.id(), e.getMessage());
      return Optional.empty();
    }
  }

  private TradingPartner withLocations(TradingPartner file) {
    List<FileStore.LocationRow> stored = files.locations(file.id());
    if (stored.isEmpty()) {
      return file;
    }
    Map<String, Location> locations = new LinkedHashMap<>(file.locations());
    for (FileStore.LocationRow row : stored) {
      locations.put(row.code(), readLocation(row.details()));
    }
    return file.withLocations(locations);
  }

  private String write(Location location) {
    try {
      return json.writeValueAsString(location);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot store the location", e);
    }
  }

  private Location readLocation(String details) {
    try {
      return json.readValue(details, Location.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored location is damaged", e);
    }
  }
}
