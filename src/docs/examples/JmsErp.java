import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.activemq.ActiveMQConnectionFactory;

/**
 * An ERP in plain JMS. It takes over the reservation and holds all that is asked for.
 *
 * <pre>
 * java -Djarmode=tools -jar quayside.jar extract --destination hub       # its libraries: activemq-client, jackson
 * ERP_BROKER_PASSWORD=... java -cp 'hub/lib/*' JmsErp.java ssl://hub:61617 [USER]
 * </pre>
 *
 * What was answered is noted before the session commits. When the program dies in between, the
 * command comes again and the same answer goes out with the same hub_message_id: its effect comes
 * once.
 */
public class JmsErp {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ANSWERED =
      Path.of(System.getenv().getOrDefault("ERP_SEEN", "answered"));

  public static void main(String[] args) throws Exception {
    String user = args.length > 1 ? args[1] : "erp";
    Files.createDirectories(ANSWERED);
    var factory =
        new ActiveMQConnectionFactory(user, System.getenv("ERP_BROKER_PASSWORD"), args[0]);
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      MessageConsumer commands = session.createConsumer(session.createQueue("inventory.reserve"));
      MessageProducer answers = session.createProducer(session.createQueue("inventory.reserved"));
      while (true) {
        Message command = commands.receive();
        String id = command.getStringProperty("hub_message_id");
        String answer = answer(id, JSON.readTree(((TextMessage) command).getText()));
        if (!answer.isEmpty()) {
          TextMessage message = session.createTextMessage(answer);
          UUID ours = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
          message.setStringProperty("hub_message_id", ours.toString());
          answers.send(message);
        }
        session.commit();
      }
    }
  }

  /** The answer that was given before, or a new one. An ERP with a database has a table for it. */
  private static String answer(String id, JsonNode command) throws Exception {
    Path file = ANSWERED.resolve(id);
    if (Files.exists(file)) {
      return Files.readString(file);
    }
    String answer = command.get("kind").asText().equals("release") ? "" : reserve(command);
    Path written = Files.writeString(ANSWERED.resolve(id + ".part"), answer);
    Files.move(written, file);
    return answer;
  }

  private static String reserve(JsonNode command) {
    ObjectNode answer = JSON.createObjectNode();
    answer.set("requestId", command.get("requestId"));
    answer.set("orderId", command.get("orderId"));
    for (JsonNode line : command.get("lines")) {
      ObjectNode held = answer.withArray("lines").addObject();
      held.set("lineNumber", line.get("lineNumber"));
      held.set("scheduleId", line.get("scheduleId"));
      held.set("reserved", line.get("quantity"));
      held.set("unit", line.get("unit"));
      held.put("location", "MAIN");
    }
    return answer.toString();
  }
}
