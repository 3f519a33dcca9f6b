package io.quayside.intake;

import io.quayside.document.Mails;
import io.quayside.document.Receipts;
import io.quayside.partner.Channel;
import io.quayside.partner.mail.MailPasswords;
import io.quayside.partner.mail.MailSettings;
import io.quayside.work.Database;
import jakarta.mail.PasswordAuthentication;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mail.MailAuthenticator;
import org.springframework.stereotype.Component;

/** Mailboxes: {@code routes/intake/mailbox.camel.yaml}. Password and token never stand in a URI. */
@Component
class MailboxTemplate implements ChannelTemplate {

  /** Before a lost line is made anew. */
  private static final long LONGEST_PAUSE = 10_000;

  private final CamelContext camel;
  private final MailPasswords passwords;
  private final PolledChannels polled;
  private final Receipts receipts;
  private final Mails mails;
  private final IntakeProblems problems;
  private final IntakeSettings settings;
  private final Database database;
  private final MailboxLeases leases;

  MailboxTemplate(
      CamelContext camel,
      MailPasswords passwords,
      PolledChannels polled,
      Receipts receipts,
      Mails mails,
      IntakeProblems problems,
      IntakeSettings settings,
      Database database,
      MailboxLeases leases) {
    this.camel = camel;
    this.passwords = passwords;
    this.polled = polled;
    this.receipts = receipts;
    this.mails = mails;
    this.problems = problems;
    this.settings = settings;
    this.database = database;
    this.leases = leases;
  }

  @Override
  public boolean serves(Channel channel) {
    return channel instanceof Channel.Mailbox;
  }

  @Override
  public String template() {
    return "mailbox-in";
  }

  @Override
  public Map<String, Object> parameters(String name, Channel channel, String owner) {
    Channel.Mailbox mailbox = (Channel.Mailbox) channel;
    passwords.of(mailbox.id(), mailbox.server());
    String scheme =
        MailSettings.scheme(mailbox.protocol().name().toLowerCase(Locale.ROOT), mailbox.server());
    Map<String, Object> parameters = new HashMap<>();
    MailArrivals arrivals =
        new MailArrivals(mailbox, owner, receipts, mails, problems, settings, database, leases);
    bind(parameters, "arrivals", name, arrivals);
    bind(parameters, "polls", name, polled.mailbox(mailbox, owner, passwords, leases));
    bind(parameters, "failures", name, PolledChannels.oneLine(mailbox.id()));
    bind(parameters, "session", name, MailSettings.of(scheme, mailbox.server()));
    bind(parameters, "scheduler", name, scheduler(mailbox));
    bind(parameters, "headers", name, new NoHeaders());
    bind(parameters, "signIn", name, new SignIn(mailbox));
    parameters.put("protocol", scheme);
    parameters.put("host", mailbox.server().host());
    parameters.put("port", String.valueOf(mailbox.server().port()));
    parameters.put("folder", mailbox.folder());
    return parameters;
  }

  private MailboxScheduler scheduler(Channel.Mailbox mailbox) {
    long poll = mailbox.poll().toMillis();
    MailboxIdle idle =
        mailbox.idle() ? new MailboxIdle(mailbox, passwords, Math.min(poll, LONGEST_PAUSE)) : null;
    return new MailboxScheduler(mailbox.id(), poll, idle);
  }

  private void bind(Map<String, Object> parameters, String what, String name, Object bean) {
    String id = what.toLowerCase(Locale.ROOT) + "-" + name;
    camel.getRegistry().bind(id, bean);
    parameters.put(what, id);
  }

  /** Asked at each connection, so that a new password or token is used at once. */
  private final class SignIn extends MailAuthenticator {

    private final Channel.Mailbox mailbox;

    SignIn(Channel.Mailbox mailbox) {
      this.mailbox = mailbox;
    }

    @Override
    public PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication(
          mailbox.server().user(), passwords.of(mailbox.id(), mailbox.server()));
    }
  }
}
