package io.quayside.fulfilment.accounting;

import io.quayside.fulfilment.AnsweredRequests;
import io.quayside.fulfilment.QueueMessages;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.PermanentFailure;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Consumes {@code accounting.post} for a company without an accounting system on the queues. */
@Component("accountingEndpoint")
public class AccountingEndpoint {

  private static final String QUEUE = "accounting.post";

  private final Database database;
  private final Inbox inbox;
  private final QueueMessages messages;
  private final AnsweredRequests answered;
  private final CreditCheck credit;
  private final Invoicing invoicing;
  private final ReceivableRows receivables;

  AccountingEndpoint(
      Database database,
      Inbox inbox,
      QueueMessages messages,
      AnsweredRequests answered,
      CreditCheck credit,
      Invoicing invoicing,
      ReceivableRows receivables) {
    this.database = database;
    this.inbox = inbox;
    this.messages = messages;
    this.answered = answered;
    this.credit = credit;
    this.invoicing = invoicing;
    this.receivables = receivables;
  }

  /** Books what is asked and answers. */
  public void post(PostToAccounting post, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (!inbox.accept(QUEUE, messageId)) {
            return;
          }
          QueueMessages.required(post.requestId(), "accounting.post: requestId");
          QueueMessages.required(post.orderId(), "accounting.post: orderId");
          QueueMessages.required(post.partner(), "accounting.post: partner");
          QueueMessages.required(post.lines(), "accounting.post: lines");
          Optional<Posted> before = answered.find(QUEUE, post.requestId(), Posted.class);
          Posted answer = before.orElseGet(() -> book(post));
          if (before.isEmpty()) {
            answered.keep(QUEUE, post.requestId(), answer);
          }
          messages.send("accounting.posted", post.orderId(), post.partner(), post.test(), answer);
        });
  }

  private Posted book(PostToAccounting post) {
    return switch (String.valueOf(post.kind())) {
      case "sales-order" -> salesOrder(post);
      case "shipment", "order", "credit" ->
          new Posted(
              post.requestId(),
              post.kind(),
              post.orderId(),
              post.shipmentId(),
              post.tag(),
              null,
              null,
              invoicing.invoice(post));
      default ->
          throw new PermanentFailure(
              "accounting.post: kind is `"
                  + post.kind()
                  + "`; sales-order, shipment, order and credit are possible");
    };
  }

  private Posted salesOrder(PostToAccounting post) {
    BigDecimal amount =
        post.lines().stream()
            .map(line -> InvoiceSums.amount(line, post.currency()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Optional<String> refusal = credit.refusal(post, amount);
    receivables.worth(post.orderId(), post.partner(), post.test(), amount);
    return new Posted(
        post.requestId(),
        post.kind(),
        post.orderId(),
        post.shipmentId(),
        post.tag(),
        refusal.isPresent() ? "hold" : "ok",
        refusal.orElse(null),
        null);
  }
}
