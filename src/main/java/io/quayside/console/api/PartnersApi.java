package io.quayside.console.api;

import io.quayside.ops.Audit;
import io.quayside.partner.Location;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Database;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Partner files, as YAML or JSON, guarded by their version (ETag and If-Match). */
@RestController
@RequestMapping("/api/partners")
class PartnersApi {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** One of the list. */
  record Brief(String id, String name, String mode, long version) {}

  /** One saved version; the newest is the one that holds. */
  record Version(long version, Instant at, String by) {}

  private final Partners partners;
  private final Database database;
  private final Audit audit;
  private final Bodies bodies;
  private final ConfigurationFiles files;

  PartnersApi(
      Partners partners, Database database, Audit audit, Bodies bodies, ConfigurationFiles files) {
    this.partners = partners;
    this.database = database;
    this.audit = audit;
    this.bodies = bodies;
    this.files = files;
  }

  @GetMapping
  PageOf<Brief> list() {
    List<Brief> all =
        partners.all().stream()
            .map(p -> new Brief(p.id(), p.name(), p.mode().name().toLowerCase(), p.version()))
            .toList();
    return new PageOf<>(all, 0, all.size(), all.size());
  }

  /** The file as it was given: JSON, or YAML when the Accept header asks for it. */
  @GetMapping("/{id}")
  ResponseEntity<byte[]> one(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "application/json") String accept) {
    TradingPartner partner = find(id);
    String source = partners.source(id).orElseThrow(() -> ApiProblem.notFound("partner", id));
    return files.answer(source, partner.version(), accept);
  }

  /** Saves a file. If-Match: the version that was edited; without it, the latest is replaced. */
  @PutMapping("/{id}")
  ResponseEntity<Brief> put(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
      HttpServletRequest request,
      Principal who) {
    String source = new String(bodies.bytes(request), StandardCharsets.UTF_8);
    Long expected = ConfigurationFiles.version(ifMatch);
    boolean isNew = partners.find(id).isEmpty();
    Partners.Saved saved =
        database.inTransaction(
            () -> {
              Partners.Saved result = partners.save(id, source, who.getName(), expected);
              audit.record(
                  who.getName(), "partner-saved", "partner/" + id, "version " + result.version());
              return result;
            });
    TradingPartner partner = saved.partner();
    return ResponseEntity.status(isNew ? 201 : 200)
        .eTag("\"" + saved.version() + "\"")
        .body(new Brief(id, partner.name(), partner.mode().name().toLowerCase(), saved.version()));
  }

  /** Who saved it when, newest first. */
  @GetMapping("/{id}/versions")
  PageOf<Version> versions(@PathVariable String id) {
    find(id);
    List<Version> all =
        partners.history(id).stream()
            .map(one -> new Version(one.version(), one.at(), one.by()))
            .toList();
    return new PageOf<>(all, 0, all.size(), all.size());
  }

  /** The file as that version had it: to compare, or to save it again. */
  @GetMapping("/{id}/versions/{version}")
  ResponseEntity<byte[]> version(
      @PathVariable String id,
      @PathVariable long version,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "application/json") String accept) {
    find(id);
    Partners.Version found =
        partners.history(id).stream()
            .filter(one -> one.version() == version)
            .findFirst()
            .orElseThrow(() -> ApiProblem.notFound("version of " + id, String.valueOf(version)));
    return files.answer(found.source(), version, accept);
  }

  @GetMapping("/{id}/locations")
  ResponseEntity<?> locations(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "application/json") String accept) {
    Map<String, Location> locations = find(id).locations();
    return accept.contains("csv")
        ? ResponseEntity.ok().contentType(CSV).body(LocationCsv.write(locations))
        : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(locations);
  }

  /** Locations as CSV, added or replaced; bad lines are reported, the good ones taken. */
  @PostMapping("/{id}/locations")
  LocationCsv.Imported importLocations(
      @PathVariable String id, HttpServletRequest request, Principal who) {
    find(id);
    LocationCsv.Content content = LocationCsv.read(bodies.table(request));
    audit.during(
        who.getName(),
        "locations-imported",
        "partner/" + id,
        "lines taken: " + content.locations().size(),
        () ->
            content
                .locations()
                .forEach((code, one) -> partners.saveLocation(id, code, one, who.getName())));
    return new LocationCsv.Imported(content.locations().size(), content.bad());
  }

  @PutMapping("/{id}/locations/{code}")
  Location location(
      @PathVariable String id,
      @PathVariable String code,
      HttpServletRequest request,
      Principal who) {
    find(id);
    Location location = bodies.value(request, Location.class);
    audit.during(
        who.getName(),
        "location-saved",
        "partner/" + id,
        code,
        () -> partners.saveLocation(id, code, location, who.getName()));
    return location;
  }

  private TradingPartner find(String id) {
    return partners.find(id).orElseThrow(() -> ApiProblem.notFound("partner", id));
  }
}
