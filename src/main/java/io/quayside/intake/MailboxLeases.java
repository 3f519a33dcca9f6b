package io.quayside.intake;

import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Of several nodes on one database only one reads a mailbox: the holder of its lease. A node that
 * died is replaced when its lease has run out.
 */
@Component
class MailboxLeases {

  static final Duration LENGTH = Duration.ofMinutes(2);

  /** SQLite has one node, which asks nobody. */
  private static final String ALONE = "alone";

  private final Database database;
  private final Clock clock;
  private final String node;
  private final Map<String, Instant> held = new ConcurrentHashMap<>();

  @Autowired
  MailboxLeases(
      Database database, Ids ids, Clock clock, @Value("${spring.datasource.url:}") String url) {
    this(database, clock, url.startsWith("jdbc:postgresql:") ? ids.next() : ALONE);
  }

  MailboxLeases(Database database, Clock clock, String node) {
    this.database = database;
    this.clock = clock;
    this.node = node;
  }

  /** Takes or prolongs the lease; false when another node has it. */
  boolean take(String mailbox) {
    Instant now = clock.instant();
    Instant until = held.get(mailbox);
    boolean fresh = until != null && now.plus(LENGTH.dividedBy(2)).isBefore(until);
    if (node.equals(ALONE) || fresh) {
      return true;
    }
    boolean taken = database.inTransaction(() -> prolong(mailbox, now));
    if (taken) {
      held.put(mailbox, now.plus(LENGTH));
    } else {
      held.remove(mailbox);
    }
    return taken;
  }

  private boolean prolong(String mailbox, Instant now) {
    return database
            .write()
            .sql(
                """
                        INSERT INTO mailbox_lease (mailbox, owner, lease_until)
                        VALUES (:mailbox, :node, :until)
                        ON CONFLICT (mailbox) DO UPDATE SET owner = :node, lease_until = :until
                          WHERE mailbox_lease.owner = :node OR mailbox_lease.lease_until <= :now""")
            .param("mailbox", mailbox)
            .param("node", node)
            .param("until", Columns.micros(now.plus(LENGTH)))
            .param("now", Columns.micros(now))
            .update()
        == 1;
  }

  /** At the end of this node the others need not wait. */
  @EventListener(ContextClosedEvent.class)
  void release() {
    if (node.equals(ALONE)) {
      return;
    }
    held.clear();
    database.inTransaction(
        () ->
            database
                .write()
                .sql("DELETE FROM mailbox_lease WHERE owner = :node")
                .param("node", node)
                .update());
  }
}
