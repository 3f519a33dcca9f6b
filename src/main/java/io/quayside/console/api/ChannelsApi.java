package io.quayside.console.api;

import io.quayside.ops.Audit;
import io.quayside.partner.SharedChannel;
import io.quayside.partner.SharedChannels;
import io.quayside.work.Database;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Channels that several partners share, as YAML or JSON, guarded by their version. */
@RestController
@RequestMapping("/api/channels")
class ChannelsApi {

  /** One of the list; {@code partners} is empty when any may use it. */
  record Brief(String id, List<String> partners, long version) {}

  private final SharedChannels channels;
  private final Database database;
  private final Audit audit;
  private final Bodies bodies;
  private final ConfigurationFiles files;

  ChannelsApi(
      SharedChannels channels,
      Database database,
      Audit audit,
      Bodies bodies,
      ConfigurationFiles files) {
    this.channels = channels;
    this.database = database;
    this.audit = audit;
    this.bodies = bodies;
    this.files = files;
  }

  @GetMapping
  PageOf<Brief> list() {
    List<Brief> all = channels.all().stream().map(this::brief).toList();
    return new PageOf<>(all, 0, all.size(), all.size());
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> one(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "application/json") String accept) {
    String source = channels.source(id).orElseThrow(() -> ApiProblem.notFound("channel", id));
    return files.answer(source, channels.version(id).orElseThrow(), accept);
  }

  /** Saves a file; the channel starts, or starts anew, at once. If-Match as for partners. */
  @PutMapping("/{id}")
  ResponseEntity<Brief> put(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
      HttpServletRequest request,
      Principal who) {
    String source = new String(bodies.bytes(request), StandardCharsets.UTF_8);
    Long expected = ConfigurationFiles.version(ifMatch);
    boolean isNew = channels.version(id).isEmpty();
    long version =
        database.inTransaction(
            () -> {
              long saved = channels.save(id, source, who.getName(), expected);
              audit.record(who.getName(), "channel-saved", "channel/" + id, "version " + saved);
              return saved;
            });
    return ResponseEntity.status(isNew ? 201 : 200)
        .eTag(ConfigurationFiles.eTag(version))
        .body(brief(channels.find(id).orElseThrow()));
  }

  private Brief brief(SharedChannel channel) {
    String id = channel.channel().id();
    return new Brief(id, channel.partners(), channels.version(id).orElse(0L));
  }
}
