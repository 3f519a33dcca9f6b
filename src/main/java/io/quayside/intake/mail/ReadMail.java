package io.quayside.intake.mail;

import java.util.List;

/**
 * A mail as it was read; texts are decoded, without control characters.
 *
 * @param from the address of the one author; null when the mail names none or several
 * @param replyTo where answers go: Reply-To, else From; null when nobody can be answered
 * @param messageId as sent, with angle brackets; null when missing
 * @param references the Message-IDs that it answers, oldest first
 * @param authentication the {@code Authentication-Results} fields, top-most first
 * @param returned of a bounce: the Message-IDs of what came back
 * @param parts all parts, containers too
 * @param fault why the walk stopped early; null when all was seen
 */
public record ReadMail(
    Kind kind,
    String from,
    String replyTo,
    String subject,
    String messageId,
    List<String> references,
    List<String> authentication,
    List<String> returned,
    List<MailPart> parts,
    String fault) {
  public ReadMail {
    references = List.copyOf(references);
    authentication = List.copyOf(authentication);
    returned = List.copyOf(returned);
    parts = List.copyOf(parts);
  }

  /** What kind of mail it is; only the first two can hold an order. */
  public enum Kind {
    ORDER("order", "a mail"),
    LIST("list", "a mail of a mailing list"),
    BOUNCE("bounce", "a delivery report (RFC 3464)"),
    AUTO_REPLY("auto-reply", "an automatic reply (RFC 3834)"),
    READ_RECEIPT("read-receipt", "a read receipt (RFC 8098)"),
    LOOP("loop", "a mail that goes in circles");

    private final String word;
    private final String description;

    Kind(String word, String description) {
      this.word = word;
      this.description = description;
    }

    public String word() {
      return word;
    }

    /** For people: "this is …". */
    public String description() {
      return description;
    }

    /** May an order be in it? */
    public boolean ordering() {
      return this == ORDER || this == LIST;
    }
  }
}
