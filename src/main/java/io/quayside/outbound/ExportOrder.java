package io.quayside.outbound;

import io.quayside.document.Documents.Document;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.Outbound;
import io.quayside.mapping.tree.FlatFiles;
import io.quayside.order.Answers;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Head;
import io.quayside.outbound.OutgoingDocuments.Draft;
import io.quayside.partner.Companies;
import io.quayside.partner.Company;
import io.quayside.partner.ExportSettings;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Writes each accepted order for every system of ours that takes it ({@code export} in its partner
 * file), and again, as its next revision, when what that system is told has changed: stored in one
 * transaction, delivered as any document, each revision after the one before. Test orders stay
 * here.
 */
@Component("exportOrder")
class ExportOrder {
  static final String TYPE = "order-export";

  private final Answers answers;
  private final Correspondents correspondents;
  private final Partners partners;
  private final Companies companies;
  private final Outbound templates;
  private final FlatFiles files;
  private final OutgoingDocuments documents;
  private final LastConfirmation last;
  private final Messages messages;
  private final Database database;
  private final Inbox inbox;
  private final Clock clock;

  ExportOrder(
      Answers answers,
      Correspondents correspondents,
      Partners partners,
      Companies companies,
      Outbound templates,
      ConfigFiles config,
      OutgoingDocuments documents,
      LastConfirmation last,
      Messages messages,
      Database database,
      Inbox inbox,
      Clock clock) {
    this.answers = answers;
    this.correspondents = correspondents;
    this.partners = partners;
    this.companies = companies;
    this.templates = templates;
    this.files = new FlatFiles(config);
    this.documents = documents;
    this.last = last;
    this.messages = messages;
    this.database = database;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Queue {@code order.export}. */
  public void export(Commands.Export command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (inbox.accept(Commands.EXPORT, messageId)) {
            export(command.orderId());
          }
        });
  }

  private void export(String orderId) {
    List<TradingPartner> systems =
        partners.all().stream().filter(one -> one.export() != null).toList();
    if (systems.isEmpty()) {
      return;
    }
    Confirmation facts = Correspondents.known(answers.confirmation(orderId), "order " + orderId);
    Head head = facts.head();
    if (head.test()) {
      return;
    }
    TradingPartner customer = correspondents.partner(head);
    Company company = companies.find(head.company()).orElseGet(() -> companies.of(customer));
    systems.stream()
        .filter(system -> system.export().takes(customer.id()))
        .forEach(system -> store(facts, customer, system, company));
  }

  private void store(
      Confirmation facts, TradingPartner customer, TradingPartner system, Company company) {
    Head head = facts.head();
    ZonedDateTime now = clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(system.zone());
    ExportedOrder first = ExportedOrder.of(facts, customer, system, company, now, 1);
    boolean unknown = documents.find(key(system, head, 1)).isEmpty();
    if (unknown && first.action().equals("cancel")) {
      return;
    }
    if (!last.isNews(key(system, head, 1), said(system, first))) {
      return;
    }
    int revision = 1;
    String before = null;
    for (Optional<Document> one = documents.find(key(system, head, 1)); one.isPresent(); ) {
      before = one.get().id();
      one = documents.find(key(system, head, ++revision));
    }
    ExportedOrder order = ExportedOrder.of(facts, customer, system, company, now, revision);
    documents.store(
        new Draft(
            system,
            TYPE,
            key(system, head, revision),
            head.salesOrder(),
            head.orderId(),
            false,
            head.parallel(),
            null,
            head.documentId(),
            before),
        () -> {
          byte[] bytes = write(system.export(), messages.model(order));
          return new Written(null, null, null, null, null, bytes, List.of());
        });
  }

  private static String key(TradingPartner system, Head head, int revision) {
    String key = "%s/%s/%s".formatted(TYPE, system.id(), head.orderId());
    return revision == 1 ? key : key + "/" + revision;
  }

  /** What this system would read, whenever and however often it is told. */
  private Map<String, Object> said(TradingPartner system, ExportedOrder order) {
    Map<String, Object> model = messages.model(order);
    model.put("at", "1970-01-01T00:00:00");
    return Map.of("said", templates.write(system.export().mapping(), model));
  }

  private byte[] write(ExportSettings export, Map<String, Object> model) {
    if (export.format().equals("idoc")) {
      return templates.xml(export.mapping(), model);
    }
    String xml = templates.write(export.mapping(), model);
    return switch (export.format()) {
      case "idoc-flat" -> files.idoc(xml);
      case "fixed-width" -> files.fixedWidth(xml, export.layout());
      default -> FlatFiles.table(xml, export.separator());
    };
  }
}
