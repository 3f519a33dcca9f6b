package io.quayside.intake;

import io.quayside.intake.mail.MailPart;
import io.quayside.intake.mail.MailPart.Role;
import io.quayside.intake.mail.ReadMail;
import java.util.ArrayList;
import java.util.List;

/** Decides which parts of a mail are documents of their own; every part gets a decision. */
final class MailParts {

  /** A page that somebody scanned or took a picture of is never smaller. */
  private static final int SMALLEST_SCAN = 20_000;

  private MailParts() {}

  /**
   * A part with its fate.
   *
   * @param outcome {@code used, not-used, opened, reported}
   * @param reason in words
   */
  record Judged(MailPart part, String outcome, String reason) {
    boolean used() {
      return outcome.equals("used");
    }
  }

  /** All parts, in their order. The text of the mail is used when no attachment is a document. */
  static List<Judged> judge(ReadMail mail) {
    boolean documents = mail.parts().stream().anyMatch(part -> attached(part) && document(part));
    MailPart body = documents ? null : body(mail);
    List<Judged> judged = new ArrayList<>();
    for (MailPart part : mail.parts()) {
      judged.add(
          switch (part.role()) {
            case CONTAINER -> new Judged(part, "opened", part.note());
            case UNREADABLE -> new Judged(part, "reported", part.note());
            case INLINE -> new Judged(part, "not-used", "A picture within the text");
            case COMPANION -> new Judged(part, "not-used", "No document: " + part.contentType());
            case TEXT, HTML -> text(part, documents, body, mail);
            case ATTACHMENT -> attachment(part, documents);
          });
    }
    return judged;
  }

  /** None of them is used: the kind of mail says why. */
  static List<Judged> unused(ReadMail mail) {
    return mail.parts().stream()
        .map(
            part ->
                part.role() == Role.CONTAINER
                    ? new Judged(part, "opened", part.note())
                    : new Judged(part, "not-used", "This is " + mail.kind().description()))
        .toList();
  }

  private static Judged text(MailPart part, boolean documents, MailPart body, ReadMail mail) {
    if (part == body || (documents && edi(part))) {
      return new Judged(part, "used", noted("The text of the mail", part));
    }
    if (blank(part)) {
      return new Judged(part, "not-used", "It is empty");
    }
    if (documents) {
      return new Judged(part, "not-used", "The order stands in an attachment");
    }
    return new Judged(
        part,
        "not-used",
        alternative(part, mail) ? "The same text in another form" : "A further text of the mail");
  }

  private static boolean alternative(MailPart part, ReadMail mail) {
    return mail.parts().stream()
        .filter(one -> one.contentType().equals("multipart/alternative"))
        .anyMatch(one -> part.number().startsWith(one.number() + "."));
  }

  private static Judged attachment(MailPart part, boolean documents) {
    if (part.bytes().length == 0) {
      return new Judged(part, "reported", "The attachment is empty");
    }
    if (picture(part) && (documents || part.bytes().length < SMALLEST_SCAN)) {
      return new Judged(
          part, "not-used", documents ? "A picture beside the documents" : "A small picture");
    }
    return new Judged(
        part, "used", noted(Recognition.of(part.bytes()).format().description(), part));
  }

  private static String noted(String what, MailPart part) {
    return part.note() == null ? what : what + ". " + part.note();
  }

  private static boolean attached(MailPart part) {
    return part.role() == Role.ATTACHMENT || edi(part);
  }

  /** A document by its content, and not a picture. */
  private static boolean document(MailPart part) {
    return part.bytes().length > 0 && !picture(part);
  }

  /** An interchange, be it pasted into the text of the mail. */
  private static boolean edi(MailPart part) {
    Format format = Recognition.of(part.bytes()).format();
    return part.role() != Role.CONTAINER && (format == Format.X12 || format == Format.EDIFACT);
  }

  private static boolean picture(MailPart part) {
    return part.role() == Role.ATTACHMENT
        && part.contentType().startsWith("image/")
        && List.of(Format.UNKNOWN, Format.PICTURE).contains(Recognition.of(part.bytes()).format());
  }

  private static boolean blank(MailPart part) {
    return new String(part.bytes(), java.nio.charset.StandardCharsets.UTF_8)
        .replaceAll("(?s)<(style|script|head)\\b.*?</\\1>|<[^>]*>|&nbsp;|\\s", "")
        .isEmpty();
  }

  /**
   * The outermost text that says something; HTML first, because a table keeps its columns there.
   */
  private static MailPart body(ReadMail mail) {
    for (Role role : List.of(Role.HTML, Role.TEXT)) {
      for (MailPart part : mail.parts()) {
        if (part.role() == role && !blank(part)) {
          return part;
        }
      }
    }
    return null;
  }
}
