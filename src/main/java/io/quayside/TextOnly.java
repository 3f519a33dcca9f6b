package io.quayside;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.jms.support.converter.MessageConverter;

/**
 * Queues carry JSON, as text or as UTF-8 bytes. Any other kind is never opened: a Java object could
 * run code. Its body becomes a sentence that is no JSON, so that it ends in the work list.
 */
final class TextOnly implements MessageConverter {

  @Override
  public Object fromMessage(Message message) throws JMSException {
    if (message instanceof TextMessage text) {
      return text.getText() == null ? "" : text.getText();
    }
    if (message instanceof BytesMessage bytes) {
      byte[] content = new byte[Math.toIntExact(bytes.getBodyLength())];
      bytes.readBytes(content);
      return new String(content, StandardCharsets.UTF_8);
    }
    return "(not opened: the message is neither text nor bytes)";
  }

  @Override
  public Message toMessage(Object body, Session session) throws JMSException {
    return session.createTextMessage(String.valueOf(body));
  }
}
