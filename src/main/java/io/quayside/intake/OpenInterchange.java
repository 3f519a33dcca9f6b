package io.quayside.intake;

import io.quayside.document.DamagedDocumentException;
import io.quayside.document.Receipts;
import io.quayside.document.Receipts.Receipt;
import io.quayside.edi.EdiFile;
import io.quayside.edi.Interchange;
import io.quayside.edi.Severities;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.PermanentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Opens a receipt: recognises it, reads it, and decides for each interchange on its own whether it
 * goes on or waits for a person.
 */
@Component("openInterchange")
class OpenInterchange {

  static final String QUARANTINED = "quarantined";
  private static final int CRASHES = 3;
  private static final List<String> ANY =
      List.of("received", "open", "unassigned", "done", QUARANTINED);

  private final Receipts receipts;
  private final ReadFiles files;
  private final InterchangeDesk desk;
  private final OrderFileDesk orders;
  private final UnreadFiles unread;
  private final OpenMail mails;
  private final Database database;
  private final Inbox inbox;

  OpenInterchange(
      Receipts receipts,
      ReadFiles files,
      InterchangeDesk desk,
      OrderFileDesk orders,
      UnreadFiles unread,
      OpenMail mails,
      Database database,
      Inbox inbox) {
    this.receipts = receipts;
    this.files = files;
    this.desk = desk;
    this.orders = orders;
    this.unread = unread;
    this.mails = mails;
    this.database = database;
    this.inbox = inbox;
  }

  /** Queue {@code intake.open}. */
  public void open(
      OpenReceipt command,
      @Header(Outbox.Headers.MESSAGE_ID) String messageId,
      @Header(Outbox.Headers.TEST) Boolean testChannel) {
    Receipt receipt =
        receipts
            .find(command.receiptId())
            .orElseThrow(
                () -> new PermanentFailure("There is no receipt " + command.receiptId() + "."));
    int attempt = receipts.attempt(receipt.id());
    if (attempt > CRASHES && !command.accept().contains(QUARANTINED) && !opened(receipt)) {
      finish(messageId, receipt, QUARANTINED, () -> unread.quarantined(receipt, command));
      return;
    }
    byte[] bytes;
    try {
      bytes = receipts.bytes(receipt.id());
    } catch (DamagedDocumentException e) {
      finish(messageId, receipt, QUARANTINED, () -> unread.damaged(receipt, command, e));
      return;
    }
    Recognition.Recognised recognised = Recognition.of(bytes);
    boolean test = Boolean.TRUE.equals(testChannel);
    if (mails.serves(receipt, recognised)) {
      BooleanSupplier mail = mails.open(receipt, bytes, command, test);
      finish(messageId, receipt, null, mail::getAsBoolean);
      return;
    }
    if (FoundOrders.reads(recognised.format())) {
      BooleanSupplier file = orders.open(receipt, recognised, bytes, command, test);
      finish(messageId, receipt, null, file::getAsBoolean);
      return;
    }
    if (recognised.format() != Format.X12 && recognised.format() != Format.EDIFACT) {
      finish(messageId, receipt, null, () -> unread.notEdi(receipt, recognised, command));
      return;
    }
    EdiFile lenient = files.read(receipt.id(), Severities.usual());
    List<Interchange> judged = judged(receipt, lenient);
    finish(
        messageId,
        receipt,
        null,
        () -> {
          boolean waits = unread.outside(receipt, recognised.format(), lenient);
          for (Interchange interchange : judged) {
            waits |= desk.open(receipt, bytes, interchange, command, test);
          }
          return waits;
        });
  }

  /** It was opened to the end before: a further try comes from a person, not from a crash. */
  private static boolean opened(Receipt receipt) {
    return receipt.state().equals("unassigned") || receipt.state().equals("done");
  }

  /** Each interchange judged as agreed with its sender. */
  private List<Interchange> judged(Receipt receipt, EdiFile lenient) {
    List<Interchange> judged = new ArrayList<>();
    for (int i = 0; i < lenient.interchanges().size(); i++) {
      Interchange interchange = lenient.interchanges().get(i);
      Severities agreed = ReadFiles.agreed(desk.sender(receipt, interchange));
      judged.add(files.read(receipt.id(), agreed).interchanges().get(i));
    }
    return judged;
  }

  /** Work that says whether something waits for a person. */
  private interface Work {
    boolean run();
  }

  private void finish(String messageId, Receipt receipt, String state, Work work) {
    database.inTransaction(
        () -> {
          if (inbox.accept(ReceiptProblems.OPEN, messageId)) {
            boolean waits = work.run();
            receipts.move(receipt.id(), ANY, state != null ? state : waits ? "unassigned" : "done");
          }
        });
  }
}
