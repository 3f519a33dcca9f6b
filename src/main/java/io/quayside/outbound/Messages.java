package io.quayside.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.edi.Finding;
import io.quayside.work.Outbox;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** JSON of this package: bodies of our commands, findings, models of templates. */
@Component("outboundMessages")
class Messages {
  private final ObjectMapper mapper;

  Messages(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** A command, about an order or not. */
  Outbox.Message command(String queue, String orderId, Object body) {
    return Outbox.Message.command(queue, orderId, write(body));
  }

  /** Deliver this document. */
  Outbox.Message deliver(String documentId) {
    return command(Commands.DELIVER, null, new Commands.Deliver(documentId, 0, false));
  }

  /** Findings as the record of documents keeps them; null when there are none. */
  String findings(List<Finding> findings) {
    return findings.isEmpty() ? null : write(findings.stream().map(Finding::sentence).toList());
  }

  /** Sentences as findings. */
  String sentences(String... sentences) {
    return write(List.of(sentences));
  }

  /** A record as a template sees it: maps, lists and plain values, nothing of Java. */
  Map<String, Object> model(Object facts) {
    return mapper.convertValue(facts, new TypeReference<Map<String, Object>>() {});
  }

  private String write(Object body) {
    try {
      return mapper.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not writable as JSON: " + body.getClass(), e);
    }
  }
}
