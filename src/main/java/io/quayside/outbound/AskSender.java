package io.quayside.outbound;

import io.quayside.document.Mails.Mail;
import io.quayside.order.Answers;
import io.quayside.order.Answers.Head;
import io.quayside.order.OrderViews;
import io.quayside.order.OrderViews.Hold;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.order.canonical.Line;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.Timers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Asks the sender of an order that came by mail about all that is open in it, in one mail: not at
 * the first hold, but when no more have come for two minutes. The same is never asked twice.
 */
@Component("askSender")
class AskSender {

  private static final Duration COLLECTED = Duration.ofMinutes(2);

  private final OrderViews orders;
  private final Answers answers;
  private final MailAnswers mails;
  private final Correspondents correspondents;
  private final Letters letters;
  private final Timers timers;
  private final Messages messages;
  private final Database database;
  private final Inbox inbox;
  private final Clock clock;

  AskSender(
      OrderViews orders,
      Answers answers,
      MailAnswers mails,
      Correspondents correspondents,
      Letters letters,
      Timers timers,
      Messages messages,
      Database database,
      Inbox inbox,
      Clock clock) {
    this.orders = orders;
    this.answers = answers;
    this.mails = mails;
    this.correspondents = correspondents;
    this.letters = letters;
    this.timers = timers;
    this.messages = messages;
    this.database = database;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Queue {@code order.question}. */
  public void ask(Commands.Question command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (!inbox.accept(Commands.QUESTION, messageId)) {
            return;
          }
          if (command.collected()) {
            orders.find(command.orderId()).ifPresent(this::ask);
          } else {
            timers.set(
                "question/" + command.orderId(),
                clock.instant().plus(COLLECTED),
                messages.command(
                    Commands.QUESTION,
                    command.orderId(),
                    new Commands.Question(command.orderId(), true)));
          }
        });
  }

  private void ask(OrderView view) {
    Optional<Head> head = answers.confirmation(view.id()).map(Answers.Confirmation::head);
    Optional<Mail> mail = head.flatMap(mails::mail);
    if (mail.isEmpty()) {
      return;
    }
    var partner = correspondents.partner(head.get());
    List<String> points =
        view.holds().stream()
            .filter(hold -> letters.knows(hold.reason()))
            .map(hold -> point(hold, view, partner.language()))
            .distinct()
            .toList();
    if (!points.isEmpty()) {
      String key = "mail/question/%s/%08x".formatted(view.id(), points.hashCode());
      mails.ask(mail.get(), head.get(), partner, points, key);
    }
  }

  /** {@code Line 10: we do not know the item A-7. Which of our items do you mean?} */
  private String point(Hold hold, OrderView view, String language) {
    Line line = hold.line() == null ? null : view.order().linesByKey().get(hold.line());
    if (line == null) {
      return letters.say(language, hold.reason(), "", "", "", "", "");
    }
    String price = line.price() == null ? "" : line.price().amount();
    return letters.say(
        language,
        hold.reason(),
        hold.line(),
        LetterFacts.item(line),
        price + " " + view.order().currency(),
        line.unit(),
        line.quantity());
  }
}
