package io.quayside.intake;

import io.quayside.partner.Channel;
import io.quayside.partner.mail.MailPasswords;
import io.quayside.partner.mail.MailSettings;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to a mailbox by IDLE (RFC 2177) on a connection of its own, and rings when a mail has
 * come. It is an ear alone: whoever looks by the clock finds every mail too, so that a server that
 * does not know IDLE, or a line that is lost, delays a mail and loses none.
 */
final class MailboxIdle {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxIdle.class);

  /** A line on which nothing was heard so long is made anew: it may be dead. */
  private static final String SILENCE_MILLIS = "300000";

  private final Channel.Mailbox mailbox;
  private final MailPasswords passwords;
  private final long againMillis;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Runnable bell;
  private volatile IMAPStore connection;
  private boolean told;

  /**
   * A mailbox's.
   *
   * @param againMillis how long to wait after a line was lost
   */
  MailboxIdle(Channel.Mailbox mailbox, MailPasswords passwords, long againMillis) {
    this.mailbox = mailbox;
    this.passwords = passwords;
    this.againMillis = againMillis;
  }

  void start(Runnable ring) {
    bell = ring;
    Thread thread = new Thread(this::run, "idle " + mailbox.id());
    thread.setDaemon(true);
    thread.start();
  }

  void stop() {
    stopped.countDown();
    IMAPStore open = connection;
    if (open != null) {
      close(open);
    }
  }

  private void run() {
    try {
      boolean able = true;
      while (able && stopped.getCount() > 0) {
        able = listen();
        if (able && stopped.await(againMillis, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until the line is lost; false when the server does not know IDLE. */
  private boolean listen() {
    String scheme = MailSettings.scheme("imap", mailbox.server());
    Properties properties = MailSettings.of(scheme, mailbox.server());
    properties.put("mail." + scheme + ".timeout", SILENCE_MILLIS);
    try (IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore(scheme)) {
      connection = store;
      store.connect(
          mailbox.server().host(),
          mailbox.server().port(),
          mailbox.server().user(),
          passwords.of(mailbox.id(), mailbox.server()));
      if (!store.hasCapability("IDLE")) {
        LOG.info(
            "Channel {}: its server knows no IDLE, it is looked into by the clock", mailbox.id());
        return false;
      }
      IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder());
      folder.open(Folder.READ_ONLY);
      folder.addMessageCountListener(
          new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
              bell.run();
            }
          });
      told = false;
      bell.run();
      while (stopped.getCount() > 0 && folder.isOpen()) {
        folder.idle();
      }
    } catch (AuthenticationFailedException e) {
      passwords.refused(mailbox.server());
      lost(e);
    } catch (MessagingException | RuntimeException e) {
      lost(e);
    } finally {
      connection = null;
    }
    return true;
  }

  /** Told once: the state of the channel is what its looks say. */
  private void lost(Exception cause) {
    if (!told && stopped.getCount() > 0) {
      told = true;
      LOG.info(
          "Channel {}: the line for IDLE was lost and is made anew: {}",
          mailbox.id(),
          String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}+", " "));
    }
  }

  private static void close(IMAPStore store) {
    try {
      store.close();
    } catch (MessagingException e) {
      LOG.debug("The line for IDLE was lost already", e);
    }
  }
}
