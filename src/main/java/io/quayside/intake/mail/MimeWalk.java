package io.quayside.intake.mail;

import io.quayside.intake.Format;
import io.quayside.intake.Recognition;
import io.quayside.intake.child.Children;
import io.quayside.intake.mail.MailPart.Role;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Goes through all parts of a mail: nested multiparts, mails in mails, Outlook's files, archives.
 * What one part throws concerns that part alone.
 */
final class MimeWalk {

  /** How deep mails stand in mails, and how deep multiparts in multiparts. */
  static final int DEEPEST_MAIL = 5;

  private static final int DEEPEST_MULTIPART = 25;
  private static final int MOST_PARTS = 200;
  private static final String SMIME =
      "It is encrypted or signed as a whole (S/MIME), which is not read";

  static {
    // Jakarta Mail reads these once, when its classes are loaded: bad mails are read as far as they
    // go.
    for (String lenient :
        List.of(
            "mail.mime.base64.ignoreerrors",
            "mail.mime.uudecode.ignoreerrors",
            "mail.mime.multipart.allowempty",
            "mail.mime.decodefilename")) {
      System.setProperty(lenient, "true");
    }
    System.setProperty("mail.mime.parameters.strict", "false");
    System.setProperty("mail.mime.decodetext.strict", "false");
  }

  private final List<MailPart> parts = new ArrayList<>();
  private final Archives archives = new Archives();
  private final OutlookFiles outlook;
  private String fault;

  MimeWalk(Children children) {
    this.outlook = new OutlookFiles(children);
  }

  List<MailPart> parts() {
    return parts;
  }

  String fault() {
    return fault;
  }

  /** The outermost mail. */
  void message(MimeMessage message, byte[] bytes) {
    part(message, "1", 0, 0, bytes.length);
  }

  private void part(MimePart part, String number, int mails, int multiparts, int size) {
    if (!room()) {
      return;
    }
    String type = MimeParts.type(part);
    try {
      if (type.startsWith("multipart/")) {
        multipart(part, type, number, mails, multiparts);
      } else {
        MimeParts.Content content = MimeParts.Content.of(part);
        leaf(
            new Leaf(
                type,
                MimeParts.name(part),
                MimeParts.disposition(part),
                part.getContentID(),
                content.note()),
            content.bytes(),
            MimeParts.charset(part),
            number,
            mails);
      }
    } catch (MessagingException | IOException | RuntimeException e) {
      add(
          number,
          Role.UNREADABLE,
          type,
          MimeParts.name(part),
          MimeParts.Content.raw(part),
          MimeParts.why(e));
    }
  }

  private void multipart(MimePart part, String type, String number, int mails, int multiparts)
      throws MessagingException {
    if (multiparts >= DEEPEST_MULTIPART) {
      fault = "It is nested deeper than %d levels".formatted(DEEPEST_MULTIPART);
      add(number, Role.UNREADABLE, type, null, new byte[0], fault);
      return;
    }
    MimeMultipart multipart = new MimeMultipart(new MimePartDataSource(part));
    int count = multipart.getCount();
    byte[] raw = count == 0 ? MimeParts.Content.raw(part) : new byte[0];
    if (raw.length > 0) {
      add(number, Role.UNREADABLE, type, null, raw, "Its boundary separates no parts");
      return;
    }
    add(number, Role.CONTAINER, type, null, raw, "%d parts".formatted(count));
    for (int i = 0; i < count && room(); i++) {
      BodyPart one = multipart.getBodyPart(i);
      if (type.equals("multipart/digest") && one.getHeader("Content-Type") == null) {
        one.setHeader("Content-Type", "message/rfc822"); // RFC 2046, 5.1.5: a digest's default
      }
      part((MimeBodyPart) one, number + "." + (i + 1), mails, multiparts + 1, 0);
    }
  }

  /** What a part that holds no multipart says of itself. */
  private record Leaf(String type, String name, String disposition, String contentId, String note) {

    /** A text that mail programs show as the mail. */
    boolean shown(boolean attached) {
      return !attached && type.startsWith("text/");
    }

    boolean named(String ending) {
      return name != null && name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
  }

  private void leaf(Leaf leaf, byte[] bytes, String charset, String number, int mails) {
    boolean attached = "attachment".equals(leaf.disposition()) || leaf.name() != null;
    if (leaf.type().equals("message/rfc822") || (!leaf.shown(attached) && isMail(bytes))) {
      mail(leaf, bytes, number, mails);
    } else if ((Outlook.isTnef(bytes) || Outlook.mayBeMessage(bytes))
        && opened(leaf, bytes, number, mails, outlook::open)) {
      return;
    } else if (Archives.isArchive(bytes)) {
      opened(leaf, bytes, number, mails, archives::open);
    } else if (leaf.type().matches("application/(x-)?pkcs7-mime") || leaf.named(".p7m")) {
      add(number, Role.UNREADABLE, leaf.type(), leaf.name(), bytes, SMIME);
    } else if (leaf.shown(attached)) {
      text(leaf, bytes, charset, number);
    } else {
      String type = Pictures.type(bytes).orElse(leaf.type());
      add(number, role(leaf, type), type, leaf.name(), bytes, leaf.note());
    }
  }

  private static boolean isMail(byte[] bytes) {
    return Recognition.of(bytes).format() == Format.EMAIL;
  }

  private void text(Leaf leaf, byte[] bytes, String charset, String number) {
    boolean html = leaf.type().equals("text/html");
    boolean shown = html || leaf.type().equals("text/plain") || leaf.type().equals("text/");
    Charsets.Decoded decoded = Charsets.decode(bytes, charset);
    add(
        number,
        html ? Role.HTML : shown ? Role.TEXT : role(leaf, leaf.type()),
        leaf.type(),
        leaf.name(),
        html || shown ? decoded.utf8() : bytes,
        leaf.note() == null ? decoded.note() : leaf.note());
  }

  private static Role role(Leaf leaf, String type) {
    if (type.matches(
        "application/(x-)?pkcs7-signature|application/pgp-(signature|keys)|text/(x-)?vcard|text/calendar|text/directory|message/(delivery-status|disposition-notification)|text/rfc822-headers")) {
      return Role.COMPANION;
    }
    boolean attached = "attachment".equals(leaf.disposition());
    boolean within = leaf.contentId() != null || "inline".equals(leaf.disposition());
    return type.startsWith("image/") && within && !attached ? Role.INLINE : Role.ATTACHMENT;
  }

  private void mail(Leaf leaf, byte[] bytes, String number, int mails) {
    if (mails >= DEEPEST_MAIL) {
      fault = "Mails stand in mails deeper than %d levels".formatted(DEEPEST_MAIL);
      add(number, Role.UNREADABLE, leaf.type(), leaf.name(), bytes, fault);
      return;
    }
    try {
      MimeMessage message =
          new MimeMessage(MailReader.SESSION, new ByteArrayInputStream(HeaderEnd.mended(bytes)));
      String from = new Headers(message).text("From");
      add(
          number,
          Role.CONTAINER,
          "message/rfc822",
          leaf.name(),
          bytes,
          from.isEmpty() ? "a mail" : "a mail from " + from);
      part(message, number + ".1", mails + 1, 0, bytes.length);
    } catch (MessagingException | RuntimeException e) {
      add(number, Role.UNREADABLE, leaf.type(), leaf.name(), bytes, MimeParts.why(e));
    }
  }

  /** Takes a container apart; empty when it is none after all. */
  interface Opener {
    Optional<List<Inner>> open(byte[] bytes) throws IOException;
  }

  /** Something in a container. {@code type} is {@code ""} when the container does not say. */
  record Inner(String type, String name, byte[] bytes) {}

  /** False when it is no container. */
  private boolean opened(Leaf leaf, byte[] bytes, String number, int level, Opener opener) {
    if (level >= DEEPEST_MAIL) {
      fault = "Containers stand in containers deeper than %d levels".formatted(DEEPEST_MAIL);
      add(number, Role.UNREADABLE, leaf.type(), leaf.name(), bytes, fault);
      return true;
    }
    Optional<List<Inner>> found;
    try {
      found = opener.open(bytes);
    } catch (IOException | RuntimeException e) {
      add(
          number,
          Role.UNREADABLE,
          leaf.type(),
          leaf.name(),
          bytes,
          "It cannot be opened: " + MimeParts.why(e));
      return true;
    }
    found.ifPresent(inner -> inner(leaf, inner, bytes, number, level));
    return found.isPresent();
  }

  private void inner(Leaf leaf, List<Inner> inner, byte[] bytes, String number, int level) {
    add(number, Role.CONTAINER, leaf.type(), leaf.name(), bytes, inner.size() + " parts");
    for (int i = 0; i < inner.size() && room(); i++) {
      Inner one = inner.get(i);
      leaf(
          new Leaf(
              one.type().isEmpty() ? "application/octet-stream" : one.type(),
              one.name(),
              one.type().isEmpty() ? "attachment" : null,
              null,
              null),
          one.bytes(),
          "UTF-8",
          number + "." + (i + 1),
          level + 1);
    }
  }

  private boolean room() {
    if (parts.size() >= MOST_PARTS) {
      fault = "It has more than %d parts".formatted(MOST_PARTS);
      return false;
    }
    return true;
  }

  private void add(String number, Role role, String type, String name, byte[] bytes, String note) {
    parts.add(new MailPart(number, role, type, name, bytes, note));
  }
}
