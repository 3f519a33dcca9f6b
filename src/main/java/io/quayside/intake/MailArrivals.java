package io.quayside.intake;

import io.quayside.document.Mails;
import io.quayside.document.Receipts;
import io.quayside.partner.Channel;
import io.quayside.work.Database;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.SearchTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailBoxPostProcessAction;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.component.mail.MailUidGenerator;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the mails of one mailbox. What was taken is known by our own table, never by a flag: the
 * raw bytes are stored first, then the mail is moved. A mail whose move failed is met again and
 * only moved.
 */
class MailArrivals extends SearchTerm implements MailBoxPostProcessAction, MailUidGenerator {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(MailArrivals.class);

  private final transient Channel.Mailbox mailbox;
  private final transient String owner;
  private final transient Receipts receipts;
  private final transient Mails mails;
  private final transient IntakeProblems problems;
  private final transient Database database;
  private final transient MailboxLeases leases;
  private final long maxSize;
  private final transient Set<Message> done = new HashSet<>();
  private final transient Set<Message> refused = new HashSet<>();
  private transient Folder prepared;

  MailArrivals(
      Channel.Mailbox mailbox,
      String owner,
      Receipts receipts,
      Mails mails,
      IntakeProblems problems,
      IntakeSettings settings,
      Database database,
      MailboxLeases leases) {
    this.mailbox = mailbox;
    this.owner = owner;
    this.receipts = receipts;
    this.mails = mails;
    this.problems = problems;
    this.database = database;
    this.leases = leases;
    this.maxSize = settings.mailMaxSize().toBytes();
  }

  /** Is it new to us? One that is known, and still there, is only moved again. */
  @Override
  public boolean match(Message message) {
    try {
      prepare(message.getFolder());
      if (message.isSet(Flags.Flag.DELETED)) {
        return false;
      }
      if (mails.seen(place(message))) {
        done.add(message);
        return false;
      }
      long size = message.getSize();
      if (size > maxSize) {
        tooLarge(message, size);
        return false;
      }
      return true;
    } catch (MessagingException e) {
      LOG.warn("Channel {}: a mail cannot be looked at now: {}", mailbox.id(), e.getMessage());
      return false;
    }
  }

  /** Size and identity of all mails in one round trip. */
  private void prepare(Folder folder) throws MessagingException {
    if (folder == prepared) {
      return;
    }
    prepared = folder;
    done.clear();
    refused.clear();
    FetchProfile profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.SIZE);
    profile.add(FetchProfile.Item.FLAGS);
    folder.fetch(folder.getMessages(), profile);
  }

  private void tooLarge(Message message, long size) throws MessagingException {
    Mails.Place place = place(message);
    problems.mailTooLarge(mailbox.id(), owner, place.uid(), subject(message), size, maxSize);
    database.inTransaction(() -> mails.see(place, null, null));
    refused.add(message);
  }

  private static String subject(Message message) {
    try {
      return ArrivalNames.shown(message.getSubject());
    } catch (MessagingException | RuntimeException e) {
      return "";
    }
  }

  /** Stores the bytes; called by the route. */
  public void take(Exchange exchange) throws MessagingException, IOException {
    if (!leases.take(account(mailbox))) {
      throw new IOException("Another node reads this mailbox now");
    }
    Message message = exchange.getIn(MailMessage.class).getOriginalMessage();
    if (message instanceof IMAPMessage imap) {
      imap.setPeek(true);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.writeTo(out);
    byte[] bytes = out.toByteArray();
    Mails.Place place = place(message);
    String hash = Hashes.sha256(bytes);
    String name = subject(message);
    database.inTransaction(() -> store(place, hash, name, bytes));
    done.add(message);
  }

  /**
   * The same bytes from another place are the same mail: a copy that a broken move left, or a
   * mailbox that was made anew (UIDVALIDITY).
   */
  private void store(Mails.Place place, String hash, String name, byte[] bytes) {
    Optional<String> before = mails.sameContent(place.mailbox(), hash);
    if (before.isPresent()) {
      LOG.info("Channel {}: mail {} was here before", mailbox.id(), place.uid());
      mails.see(place, hash, before.get());
      return;
    }
    String key =
        "%s|%s|%s|%s|%s"
            .formatted(place.mailbox(), place.folder(), place.uidValidity(), place.uid(), hash);
    Receipts.Received received =
        receipts.receive(
            new Receipts.Arrival(
                mailbox.id(), "email", null, key, name.isBlank() ? "mail" : name, bytes, false));
    mails.see(place, hash, received.receipt().id());
  }

  /** After each poll: what was taken, now or before, leaves the folder. */
  @Override
  public void process(Folder folder) {
    clear(folder, done, mailbox.processed());
    clear(folder, refused, mailbox.problem());
    prepared = null;
  }

  private void clear(Folder folder, Set<Message> messages, String target) {
    List<Message> present = new ArrayList<>();
    for (Message message : messages) {
      if (!message.isExpunged()) {
        present.add(message);
      }
    }
    messages.clear();
    if (present.isEmpty()) {
      return;
    }
    Message[] all = present.toArray(Message[]::new);
    try {
      if (folder instanceof IMAPFolder imap) {
        move(imap, all, target);
      } else if (!mailbox.keep() && !target.equals(mailbox.problem())) {
        folder.setFlags(all, new Flags(Flags.Flag.DELETED), true);
      }
    } catch (MessagingException e) {
      LOG.warn(
          "Channel {}: {} mails could not be moved to {}, tried again: {}",
          mailbox.id(),
          all.length,
          target,
          e.getMessage());
    }
  }

  private static void move(IMAPFolder folder, Message[] messages, String target)
      throws MessagingException {
    IMAPStore store = (IMAPStore) folder.getStore();
    char separator = folder.getSeparator();
    Folder to = store.getFolder(target.replace('/', separator));
    if (!to.exists()) {
      to.create(Folder.HOLDS_MESSAGES);
    }
    folder.setFlags(messages, new Flags(Flags.Flag.SEEN), true);
    if (store.hasCapability("MOVE")) {
      folder.moveMessages(messages, to);
    } else {
      folder.copyMessages(messages, to);
      folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
    }
  }

  /** Who reads where: {@code orders@ours.example@imap.ours.example:993}. */
  static String account(Channel.Mailbox mailbox) {
    return "%s@%s:%d"
        .formatted(mailbox.server().user(), mailbox.server().host(), mailbox.server().port());
  }

  private Mails.Place place(Message message) throws MessagingException {
    String account = account(mailbox);
    Folder folder = message.getFolder();
    if (folder instanceof POP3Folder pop3) {
      return new Mails.Place(account, "INBOX", "", String.valueOf(pop3.getUID(message)));
    }
    UIDFolder uids = (UIDFolder) folder;
    return new Mails.Place(
        account,
        folder.getFullName(),
        String.valueOf(uids.getUIDValidity()),
        String.valueOf(uids.getUID(message)));
  }

  /** What Camel tells mails apart by, within one poll; never a header that the sender chose. */
  @Override
  public String generateUuid(MailEndpoint endpoint, Message message) {
    try {
      return place(message).uid();
    } catch (MessagingException e) {
      return "number-" + message.getMessageNumber();
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
