package io.quayside.intake.mail;

/**
 * A part of a mail, of a mail in it, or of an archive in it.
 *
 * @param number its place, {@code 1.2} as IMAP counts; parts of a container count on
 * @param contentType as declared, without parameters; never trusted
 * @param name as the sender wrote it, decoded; null when it has none; never used as a path
 * @param bytes the content without its transfer encoding; of a text in the mail: UTF-8
 * @param note what was odd, or why it could not be read; null for nothing
 */
public record MailPart(
    String number, Role role, String contentType, String name, byte[] bytes, String note) {

  /** What the part is in its mail. */
  public enum Role {
    /** The text of the mail. */
    TEXT,
    /** The text of the mail as HTML. */
    HTML,
    /** Shown within the text, a logo for example. */
    INLINE,
    ATTACHMENT,
    /** A signature, a key, a visiting card, a calendar entry: no document. */
    COMPANION,
    /** Opened; its parts follow. */
    CONTAINER,
    /** Could not be opened or read; the note says why. */
    UNREADABLE
  }
}
