package io.quayside.outbound;

import io.quayside.document.Mails.Mail;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;

/** Writes our answer to a mail: in its thread, marked as automatic, with our own Message-ID. */
final class MailWriter {

  private static final int LONGEST_SUBJECT = 150;

  private MailWriter() {}

  /**
   * What is said.
   *
   * @param pdf the attachment, or null
   */
  record Letter(String subject, String html, byte[] pdf, String pdfName) {}

  /**
   * The bytes of the mail.
   *
   * @param id what stands before the {@code @} of the Message-ID
   */
  static byte[] write(SmtpSettings settings, String id, Mail answered, Letter letter, Instant at) {
    try {
      MailFile.WithId mail = new MailFile.WithId("<%s@%s>".formatted(id, settings.domain()));
      mail.setFrom(new InternetAddress(settings.from(), settings.name(), "UTF-8"));
      mail.setRecipient(RecipientType.TO, new InternetAddress(answered.replyTo()));
      mail.setSubject(subject(answered, letter), "UTF-8");
      mail.setSentDate(Date.from(at));
      mail.setHeader("Auto-Submitted", "auto-replied");
      mail.setHeader("X-Auto-Response-Suppress", "All");
      if (answered.messageId() != null) {
        mail.setHeader("In-Reply-To", answered.messageId());
        String thread = (answered.thread() + " " + answered.messageId()).strip();
        mail.setHeader("References", thread.replace(" ", "\r\n "));
      }
      mail.setContent(content(letter));
      mail.saveChanges();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      mail.writeTo(out);
      return out.toByteArray();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("The mail cannot be written: " + e.getMessage(), e);
    }
  }

  /** The customer's subject stays, so that the answer is found beside the order. */
  private static String subject(Mail answered, Letter letter) {
    String theirs = answered.subject() == null ? "" : answered.subject().strip();
    String bare = theirs.replaceFirst("(?i)^((re|aw|fwd?|wg)\\s*:\\s*)+", "");
    String text = bare.isEmpty() ? letter.subject() : "Re: " + bare + " - " + letter.subject();
    return text.length() > LONGEST_SUBJECT ? letter.subject() : text;
  }

  private static MimeMultipart content(Letter letter) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(Letters.text(letter.html()), "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.html(), "UTF-8", "html");
    MimeMultipart both = new MimeMultipart("alternative", text, html);
    if (letter.pdf() == null) {
      return both;
    }
    MimeBodyPart body = new MimeBodyPart();
    body.setContent(both);
    MimeBodyPart pdf = new MimeBodyPart();
    pdf.setDataHandler(new DataHandler(new ByteArrayDataSource(letter.pdf(), "application/pdf")));
    pdf.setFileName(letter.pdfName());
    return new MimeMultipart("mixed", body, pdf);
  }
}
