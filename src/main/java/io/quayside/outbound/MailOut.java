package io.quayside.outbound;

import io.quayside.partner.Channel;
import io.quayside.partner.MailServer;
import io.quayside.partner.mail.MailPasswords;
import io.quayside.partner.mail.MailSettings;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.stereotype.Component;

/**
 * Sends mails by SMTP (RFC 5321). An answer that never came after the content had begun to flow
 * leaves open whether the mail was taken: nobody sends it again by himself.
 */
@Component
class MailOut implements WayOut {

  private static final String CHANNEL = "mail";

  private final SmtpSettings settings;
  private final MailPasswords passwords;

  MailOut(SmtpSettings settings, MailPasswords passwords) {
    this.settings = settings;
    this.passwords = passwords;
  }

  @Override
  public boolean serves(Channel channel) {
    return channel instanceof Channel.Email;
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public String bring(Parcel parcel, Channel channel) throws IOException {
    if (!settings.configured()) {
      throw new NoWayException(
          "No mail server is configured: set quayside.mail.host and quayside.mail.from");
    }
    MailServer server = settings.server();
    String scheme = MailSettings.scheme("smtp", server);
    Session session = Session.getInstance(MailSettings.of(scheme, server));
    byte[] bytes = MailFile.of(parcel, ((Channel.Email) channel).address(), settings);
    try {
      Outgoing mail = new Outgoing(session, bytes);
      Address[] to = mail.getRecipients(Message.RecipientType.TO);
      send(session, scheme, server, mail, to);
      return "taken by %s for %s, Message-ID %s"
          .formatted(
              server.host(), to.length == 1 ? "the customer" : to.length, mail.getMessageID());
    } catch (MessagingException e) {
      throw new IOException("The mail cannot be sent: " + e.getMessage(), e);
    }
  }

  private void send(Session session, String scheme, MailServer server, Outgoing mail, Address[] to)
      throws MessagingException, IOException {
    try (SMTPTransport transport = (SMTPTransport) session.getTransport(scheme)) {
      String password = server.user() == null ? null : passwords.of(CHANNEL, server);
      transport.connect(server.host(), server.port(), server.user(), password);
      transport.sendMessage(mail, to);
    } catch (AuthenticationFailedException e) {
      passwords.refused(server);
      throw new IOException("%s refuses our sign-in".formatted(server.host()), e);
    } catch (MessagingException e) {
      int code = code(e);
      if (code >= 500) {
        throw new NoWayException(
            "%s refuses the mail for good: %s".formatted(server.host(), words(e)));
      }
      if (code < 400 && mail.begun) {
        throw new UnknownOutcomeException(
            "%s did not say whether it took the mail: %s".formatted(server.host(), words(e)), e);
      }
      throw new IOException("%s did not take the mail: %s".formatted(server.host(), words(e)), e);
    }
  }

  /** The server's reply code; 0 when it gave none. A refused address counts before the rest. */
  private static int code(MessagingException failure) {
    int found = 0;
    for (Exception e = failure;
        e != null;
        e = e instanceof MessagingException m ? m.getNextException() : null) {
      if (e instanceof SMTPAddressFailedException address) {
        found = address.getReturnCode();
      } else if (e instanceof SMTPSenderFailedException sender) {
        found = sender.getReturnCode();
      } else if (e instanceof SMTPSendFailedException send && found == 0) {
        found = send.getReturnCode();
      }
    }
    return found;
  }

  private static String words(Exception e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String text = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    return text.replaceAll("\\p{Cntrl}+", " ").replaceAll("[^\\s<>]+@[^\\s<>]+", "…");
  }

  /** The stored bytes as they are, and whether they have begun to flow. */
  private static final class Outgoing extends MimeMessage {

    private final byte[] bytes;
    private boolean begun;

    Outgoing(Session session, byte[] bytes) throws MessagingException {
      super(session, new ByteArrayInputStream(bytes));
      this.bytes = bytes;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
      begun = true;
      out.write(bytes);
    }
  }
}
