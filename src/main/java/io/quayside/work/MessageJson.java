package io.quayside.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Messages that wait in a column, for their alarm or for a person's retry. */
@Component
final class MessageJson {

  private final ObjectMapper mapper;

  MessageJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String write(Outbox.Message message) {
    try {
      return message == null ? null : mapper.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A message to " + message.queue() + " is not JSON", e);
    }
  }

  Outbox.Message read(String text) {
    try {
      return text == null ? null : mapper.readValue(text, Outbox.Message.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored message cannot be read: " + text, e);
    }
  }
}
