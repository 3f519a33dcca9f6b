package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** What bounced (RFC 3464) was not delivered, though a server had taken it. */
@Component("returnedMail")
class ReturnedMail {

  private final Documents documents;
  private final Outcome outcome;
  private final Database database;
  private final Inbox inbox;

  ReturnedMail(Documents documents, Outcome outcome, Database database, Inbox inbox) {
    this.documents = documents;
    this.outcome = outcome;
    this.database = database;
    this.inbox = inbox;
  }

  /** Queue {@code mail.returned}. */
  public void returned(
      Commands.Returned command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (inbox.accept(Commands.RETURNED, messageId)) {
            documents
                .find(command.documentId())
                .ifPresent(
                    sent ->
                        outcome.returned(
                            sent, "A delivery report came back, document " + command.reportId()));
          }
        });
  }
}
