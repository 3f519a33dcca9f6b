package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.TestHub;
import io.quayside.work.Database;
import io.quayside.work.Outbox;
import io.quayside.work.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped routes hand each queue's messages to their beans, in the whole hub. */
class OutboundRoutesTest {

  @Test
  void everyQueueReachesItsBeanAndWhatIsUnknownGoesToTheWorkList() {
    try (TestHub hub = TestHub.start()) {
      Messages messages = hub.bean(Messages.class);
      Database database = hub.bean(Database.class);
      database.inTransaction(
          () ->
              List.of(
                      messages.command(Commands.CONFIRM, null, new Commands.Confirm("o1")),
                      messages.command(Commands.ANNOUNCE, null, new Commands.Announce("s1", "o1")),
                      messages.command(
                          Commands.INVOICE, null, new Commands.SendInvoice("i1", "o1", false)),
                      messages.command(
                          Commands.PURCHASE_ORDER,
                          null,
                          new Commands.SendPurchaseOrder("p1", false, null)),
                      messages.command(Commands.MATCH, null, new Commands.Match("d1", false)),
                      messages.deliver("d2"))
                  .forEach(hub.bean(Outbox.class)::send));
      hub.awaitIdle();

      List<Problems.Problem> problems =
          hub.bean(Problems.class)
              .list(new Problems.Query(null, null, null, true, null, 0, 50))
              .items();
      assertThat(problems)
          .extracting(Problems.Problem::text)
          .anyMatch(text -> text.contains("Nothing is known of order o1"))
          .anyMatch(text -> text.contains("Nothing is known of shipment s1"))
          .anyMatch(text -> text.contains("Nothing is known of invoice i1"))
          .anyMatch(text -> text.contains("Nothing is known of supplier order p1"))
          .anyMatch(text -> text.contains("Nothing is known of document d1"))
          .hasSize(5);
    }
  }
}
