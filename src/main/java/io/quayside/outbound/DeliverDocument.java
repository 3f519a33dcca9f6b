package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.outbound.Commands.Deliver;
import io.quayside.partner.Channel;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.Timers;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Delivers a stored document: the attempt is counted and committed, then the file is brought, then
 * the outcome is committed. An attempt that was cut off is made again when its lease ({@code
 * quayside.delivery.lease}, a minute) has run out, with the same bytes under the same name.
 */
@Component("deliverDocument")
class DeliverDocument {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private static final List<String> WAITING = List.of("pending", "failed", "unknown");
  private static final List<String> SENDING = List.of("sending");

  private final Documents documents;
  private final Holds holds;
  private final Lanes lanes;
  private final WaysOut ways;
  private final Outcome outcome;
  private final Timers timers;
  private final Messages messages;
  private final Database database;
  private final Inbox inbox;
  private final Clock clock;
  private final Duration lease;

  DeliverDocument(
      Documents documents,
      Holds holds,
      Lanes lanes,
      WaysOut ways,
      Outcome outcome,
      Timers timers,
      Messages messages,
      Database database,
      Inbox inbox,
      Clock clock,
      @Value("${quayside.delivery.lease:60s}") Duration lease) {
    this.lease = lease;
    this.documents = documents;
    this.holds = holds;
    this.lanes = lanes;
    this.ways = ways;
    this.outcome = outcome;
    this.timers = timers;
    this.messages = messages;
    this.database = database;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** The alarm of a document: its lease while it is sent, its next attempt afterwards. */
  static String timer(String documentId) {
    return "deliver/" + documentId;
  }

  /** The alarm of a document that has to wait, apart from its lease. */
  static String laterTimer(String documentId) {
    return "deliver-later/" + documentId;
  }

  /** An attempt that has begun. */
  record Attempt(Document document, int number, byte[] bytes) {
    Parcel parcel() {
      return new Parcel(document.id(), document.partnerId(), document.fileName(), bytes);
    }
  }

  /** Queue {@code reply.deliver}. */
  public void deliver(Deliver command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    Optional<Document> document = documents.find(command.documentId());
    Optional<Channel> channel = document.flatMap(this::channel);
    if (command.byPerson()) {
      channel.ifPresent(open -> lanes.wake(open.id()));
    }
    Optional<Instant> later = channel.flatMap(open -> lanes.enter(open.id()));
    if (later.isPresent()) {
      postpone(command, messageId, later.get());
      return;
    }
    boolean well = true;
    try {
      Optional<Attempt> attempt = begin(command, messageId);
      if (attempt.isPresent()) {
        well = bring(attempt.get());
      }
    } finally {
      boolean ended = well;
      channel.ifPresent(open -> lanes.leave(open.id(), ended));
    }
  }

  /** The channel that has a lane: our own folders need none. */
  private Optional<Channel> channel(Document document) {
    try {
      return Optional.of(ways.channel(document)).filter(one -> !(one instanceof Channel.Folder));
    } catch (NoWayException e) {
      return Optional.empty();
    }
  }

  private void postpone(Deliver command, String messageId, Instant until) {
    database.inTransaction(
        () -> {
          if (inbox.accept(Commands.DELIVER, messageId)) {
            timers.set(
                laterTimer(command.documentId()),
                until,
                messages.command(Commands.DELIVER, null, command));
          }
        });
  }

  private Optional<Attempt> begin(Deliver command, String messageId) {
    return database.inTransaction(
        () ->
            inbox.accept(Commands.DELIVER, messageId)
                ? documents.find(command.documentId()).flatMap(found -> begin(command, found))
                : Optional.empty());
  }

  private Optional<Attempt> begin(Deliver command, Document document) {
    String id = document.id();
    Optional<Holds.Reason> hold = holds.of(id);
    if (hold.isPresent()) {
      if (hold.get() != Holds.Reason.APPROVE || !command.byPerson()) {
        return Optional.empty();
      }
      holds.lift(id);
    }
    if (waits(document)) {
      timers.set(laterTimer(id), clock.instant().plus(LOOK_AGAIN), messages.deliver(id));
      return Optional.empty();
    }
    boolean cutOff = command.attempt() > 0 && command.attempt() == document.attempts();
    if (cutOff && !ways.repeatable(document)) {
      outcome.unknown(
          new Attempt(document, command.attempt(), null), "We were interrupted while we sent it");
      return Optional.empty();
    }
    if (!documents.delivery(id, cutOff ? SENDING : WAITING, "pending", null)) {
      return Optional.empty();
    }
    int number = documents.beginDelivery(id);
    timers.set(
        timer(id),
        clock.instant().plus(lease),
        messages.command(Commands.DELIVER, null, new Deliver(id, number, false)));
    return Optional.of(new Attempt(document, number, documents.bytes(id)));
  }

  /** An invoice waits for its ship notice; its delivery lets it go, the alarm is a safety net. */
  private boolean waits(Document document) {
    return document.after() != null && !documents.delivered(document.after());
  }

  private boolean bring(Attempt attempt) {
    String evidence;
    try {
      evidence = ways.bring(attempt.parcel(), ways.channel(attempt.document()));
    } catch (NoWayException e) {
      outcome.impossible(attempt, e.getMessage());
      return true;
    } catch (UnknownOutcomeException e) {
      outcome.unknown(attempt, e.getMessage());
      return true;
    } catch (IOException | RuntimeException e) {
      outcome.failed(attempt, Words.of(e));
      return false;
    }
    outcome.delivered(attempt, evidence);
    return true;
  }
}
