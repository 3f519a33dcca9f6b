package io.quayside.outbound;

import io.quayside.mapping.Outbound;
import io.quayside.order.Answers;
import io.quayside.order.Answers.SupplierOrder;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.outbound.OutgoingDocuments.Draft;
import io.quayside.partner.Companies;
import io.quayside.partner.Company;
import io.quayside.partner.Identifier;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.Problems;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Orders from a supplier that is a trading partner: the 850, or ORDERS where the first address of
 * its partner file is an EDIFACT one.
 */
@Component("sendPurchaseOrder")
class SendPurchaseOrder {
  static final String TEMPLATE = "x12/supplier-order-to-850.ftl";
  static final String EDIFACT_TEMPLATE = "edifact/supplier-order-to-ORDERS.ftl";

  private static final String UNMATCHED = "supplier-document-unmatched";
  private static final int MOST = 100;

  private final Answers answers;
  private final Correspondents correspondents;
  private final Companies companies;
  private final Outbound templates;
  private final Envelopes envelopes;
  private final OutgoingDocuments documents;
  private final Messages messages;
  private final Problems problems;
  private final Database database;
  private final Inbox inbox;

  SendPurchaseOrder(
      Answers answers,
      Correspondents correspondents,
      Companies companies,
      Outbound templates,
      Envelopes envelopes,
      OutgoingDocuments documents,
      Messages messages,
      Problems problems,
      Database database,
      Inbox inbox) {
    this.answers = answers;
    this.correspondents = correspondents;
    this.companies = companies;
    this.templates = templates;
    this.envelopes = envelopes;
    this.documents = documents;
    this.messages = messages;
    this.problems = problems;
    this.database = database;
    this.inbox = inbox;
  }

  /** Queue {@code purchase-order.send}. */
  public void send(
      Commands.SendPurchaseOrder command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (inbox.accept(Commands.PURCHASE_ORDER, messageId)) {
            send(command);
          }
        });
  }

  private void send(Commands.SendPurchaseOrder command) {
    String number = command.supplierOrder();
    SupplierOrder facts =
        Correspondents.known(
            answers
                .supplierOrder(number, command.test())
                .or(() -> Optional.ofNullable(command.facts())),
            "supplier order " + number);
    OrderFromSupplier order = facts.order();
    TradingPartner supplier = correspondents.partner(order.supplier());
    Company company = companies.find(order.company()).orElseGet(() -> companies.of(supplier));
    Content content = content(facts, supplier, company);
    documents.store(
        new Draft(
            supplier,
            content.type(),
            content.type() + "/" + (command.test() ? "test/" : "") + number,
            number,
            order.customerOrder() == null ? null : order.customerOrder().orderId(),
            command.test(),
            false,
            null,
            null,
            null),
        () ->
            envelopes.document(
                supplier,
                company,
                content.type(),
                command.test(),
                templates.render(content.template(), messages.model(content.facts()))));
    hearAgain(supplier, command.test());
  }

  /** What the supplier said before its order was written down here may be about it. */
  private void hearAgain(TradingPartner supplier, boolean test) {
    problems
        .list(new Problems.Query(UNMATCHED, null, supplier.id(), true, test, 0, MOST))
        .items()
        .forEach(problem -> problems.retry(problem.id(), "hub"));
  }

  /** What is ordered, in the standard that the supplier speaks. */
  private record Content(String type, String template, Object facts) {}

  private static Content content(SupplierOrder facts, TradingPartner supplier, Company company) {
    boolean edifact =
        supplier.identifiers().stream()
            .map(Identifier::scheme)
            .filter(scheme -> scheme.equals("x12") || scheme.equals("edifact"))
            .findFirst()
            .filter("edifact"::equals)
            .isPresent();
    return edifact
        ? new Content(
            SupplierOrderMessage.TYPE,
            EDIFACT_TEMPLATE,
            SupplierOrderMessage.of(facts, supplier, company))
        : new Content(
            SupplierOrder850.TYPE, TEMPLATE, SupplierOrder850.of(facts, supplier, company));
  }
}
