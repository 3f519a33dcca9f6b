package io.quayside.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts;
import io.quayside.mapping.MappedOrder;
import io.quayside.mapping.OrderMapping;
import io.quayside.mapping.OrderSchema;
import io.quayside.order.Orders;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.partner.Partners;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.PermanentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.stereotype.Component;

/**
 * Makes a recorded document an order: {@link #read} finds the set, the route maps it, {@link
 * #place} checks the canonical order and hands it over.
 */
@Component("normaliseOrder")
class NormaliseOrder {

  static final String QUEUE = "order.normalise";
  private static final String DOCUMENT = "quaysideDocument";

  private final Map<String, String> endpoints = new ConcurrentHashMap<>();
  private final Documents documents;
  private final Receipts receipts;
  private final OrderSources sources;
  private final Partners partners;
  private final OrderMapping mapping;
  private final OrderSchema schema;
  private final Orders orders;
  private final ReceiptProblems problems;
  private final Findings findings;
  private final ObjectMapper json;
  private final Database database;
  private final Inbox inbox;
  private final IntakeSettings settings;
  private final BegunOrders begun;

  NormaliseOrder(
      Documents documents,
      Receipts receipts,
      OrderSources sources,
      Partners partners,
      OrderMapping mapping,
      OrderSchema schema,
      Orders orders,
      ReceiptProblems problems,
      Findings findings,
      ObjectMapper json,
      Database database,
      Inbox inbox,
      IntakeSettings settings,
      BegunOrders begun) {
    this.documents = documents;
    this.receipts = receipts;
    this.sources = sources;
    this.partners = partners;
    this.mapping = mapping;
    this.schema = schema;
    this.orders = orders;
    this.problems = problems;
    this.findings = findings;
    this.json = json;
    this.database = database;
    this.inbox = inbox;
    this.settings = settings;
    this.begun = begun;
  }

  /** The body becomes what the mapping reads, the property {@code mapping} its endpoint. */
  public void read(OrderDocument command, Exchange exchange) {
    Document document =
        documents
            .find(command.documentId())
            .orElseThrow(
                () -> new PermanentFailure("There is no document " + command.documentId() + "."));
    long size = document.to() - document.from();
    if (size > settings.maxOrderSize().toBytes()) {
      throw new PermanentFailure(
          "Document %s has %,d bytes, an order may have %,d. Ask the partner to split it, or raise quayside.intake.max-order-size together with the memory of the hub."
              .formatted(document.id(), size, settings.maxOrderSize().toBytes()));
    }
    exchange.setProperty(DOCUMENT, document);
    exchange.getExchangeExtension().addOnCompletion(new Ended(document));
    begun.begin(document);
    OrderSources.Readable readable = sources.of(document, partners.find(document.partnerId()));
    if (readable.canonical() != null) {
      MappedOrder order = new MappedOrder(readable.canonical(), List.of(), List.of(), Map.of());
      exchange.getMessage().setBody(order);
      return;
    }
    String endpoint = mapping.endpoint(readable.mapping(), readable.overlay());
    exchange.setProperty("mapping", started(endpoint, exchange.getContext()));
    exchange
        .getMessage()
        .setBody(mapping.source(readable.document(), readable.mapping(), readable.overlay()));
  }

  /** However it ends, it has: a crash does not come here. */
  private final class Ended extends SynchronizationAdapter {

    private final Document document;

    private Ended(Document document) {
      this.document = document;
    }

    @Override
    public void onDone(Exchange exchange) {
      begun.ended(document);
    }
  }

  /**
   * Camel knows an endpoint before it has started it, and a second message would find it without
   * its mapping: here the second waits for the first.
   */
  private String started(String endpoint, CamelContext camel) {
    return endpoints.computeIfAbsent(
        endpoint,
        uri -> {
          ServiceHelper.startService(camel.getEndpoint(uri));
          return uri;
        });
  }

  /** Takes what the mapping made; the body is its beans. */
  public void place(Exchange exchange, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    Document document = exchange.getProperty(DOCUMENT, Document.class);
    MappedOrder mapped = mapped(exchange.getMessage().getBody(), document);
    List<String> violations = schema.check(mapped.order());
    if (violations.isEmpty()) {
      place(document, mapped, messageId);
    } else {
      refuse(
          document,
          messageId,
          "schema-invalid",
          "%s %s is no usable order".formatted(document.type(), document.setControlNumber()),
          String.join("\n", violations),
          sentences(mapped, violations));
    }
  }

  private MappedOrder mapped(Object body, Document document) {
    @SuppressWarnings("unchecked")
    MappedOrder mapped =
        body instanceof MappedOrder canonicalOrder
            ? canonicalOrder
            : mapping.complete((Map<String, Object>) body);
    return mapped.withEnvelope(
        document.version(),
        document.controlNumber(),
        document.groupControlNumber(),
        document.test());
  }

  /** The mapping itself failed: the document waits, others are not touched. */
  public void failed(Exchange exchange, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    Document document = exchange.getProperty(DOCUMENT, Document.class);
    Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof NullPointerException || cause instanceof IllegalStateException) {
      throw new IllegalStateException("The mapping did not run: " + cause.getMessage(), cause);
    }
    String words = String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    refuse(
        document,
        messageId,
        "mapping-failed",
        "%s %s could not be mapped".formatted(document.type(), document.setControlNumber()),
        words,
        List.of(words));
  }

  private void place(Document document, MappedOrder mapped, String messageId) {
    PurchaseOrder order = order(mapped);
    database.inTransaction(
        () -> {
          if (!inbox.accept(QUEUE, messageId)) {
            return;
          }
          Receipts.Receipt receipt = receipts.find(document.receiptId()).orElseThrow();
          Orders.Placed placed =
              orders.place(
                  new Orders.NewOrder(
                      order,
                      document.partnerId(),
                      document.id(),
                      receipt.channelKind(),
                      document.test(),
                      receipt.receivedAt()));
          List<String> said = new ArrayList<>(sentences(mapped, List.of()));
          boolean again =
              placed.outcome() == Orders.Outcome.DUPLICATE
                  && !document.orderIds().contains(placed.orderId());
          if (again || placed.outcome() != Orders.Outcome.DUPLICATE) {
            outcome(placed).ifPresent(said::add);
          }
          if (placed.orderId() != null) {
            documents.link(document.id(), placed.orderId());
          }
          documents.validity(
              document.id(), again ? "duplicate" : document.validity(), merged(document, said));
          problems.documentSettled(document.id(), "mapping-failed");
          problems.documentSettled(document.id(), "schema-invalid");
        });
  }

  private static Optional<String> outcome(Orders.Placed placed) {
    return switch (placed.outcome()) {
      case PLACED -> Optional.empty();
      case DUPLICATE ->
          Optional.of("The same order with the same content is here already: no second order.");
      case CONFLICT ->
          Optional.of("An order with this number and other content is here: a person decides.");
      case CHANGE -> Optional.of("It changes or cancels an order: a person decides.");
      case KEPT -> Optional.of("It is kept for the record and never fulfilled.");
    };
  }

  private void refuse(
      Document document,
      String messageId,
      String kind,
      String title,
      String text,
      List<String> sentences) {
    database.inTransaction(
        () -> {
          if (!inbox.accept(QUEUE, messageId)) {
            return;
          }
          documents.validity(document.id(), document.validity(), merged(document, sentences));
          problems.document(
              receipts.find(document.receiptId()).orElse(null),
              document.id(),
              kind,
              document.partnerId(),
              document.test(),
              title,
              "%s in `%s`: %s".formatted(where(document), document.fileName(), text),
              "Mend the mapping in mappings/ or the partner file and retry, or ask the partner to send the order again, mended.",
              new Outbox.Message(
                  QUEUE,
                  null,
                  document.partnerId(),
                  QUEUE,
                  document.test(),
                  null,
                  findings.write(new OrderDocument(document.id()))));
        });
  }

  private static String where(Document document) {
    return OrderSources.isEdi(document)
        ? "Interchange %s%s, set %s"
            .formatted(
                document.controlNumber(),
                document.groupControlNumber() == null
                    ? ""
                    : ", group " + document.groupControlNumber(),
                document.setControlNumber())
        : "%s %s, order %s of the file"
            .formatted(document.type(), document.reference(), document.setControlNumber());
  }

  private static List<String> sentences(MappedOrder mapped, List<String> violations) {
    List<String> all = new ArrayList<>(violations);
    mapped.findings().forEach(one -> all.add(one.sentence()));
    mapped.unused().forEach(one -> all.add("Not used: " + one));
    return all;
  }

  /** What was said when it was read stays; what is said again is not doubled. */
  private String merged(Document document, List<String> sentences) {
    List<String> all = new ArrayList<>(findings.read(document.findings()));
    sentences.stream().filter(one -> !all.contains(one)).forEach(all::add);
    return findings.json(all);
  }

  private PurchaseOrder order(MappedOrder mapped) {
    try {
      return json.treeToValue(mapped.order(), PurchaseOrder.class).withViews();
    } catch (JsonProcessingException e) {
      throw new PermanentFailure(
          "The canonical order fits its schema and not our record: " + e.getOriginalMessage(), e);
    }
  }
}
