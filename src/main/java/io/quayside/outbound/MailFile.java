package io.quayside.outbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;

/** A parcel as a mail: it is one already, or it becomes the attachment of one. */
final class MailFile {

  private MailFile() {}

  /** The bytes of the mail; the same for the same parcel but for the boundary. */
  static byte[] of(Parcel parcel, String address, SmtpSettings settings) throws IOException {
    if (parcel.name().endsWith(".eml")) {
      return parcel.bytes();
    }
    String id = "<%s@%s>".formatted(parcel.documentId(), settings.domain());
    try {
      MimeMessage mail = new WithId(id);
      mail.setFrom(new InternetAddress(settings.from(), settings.name(), "UTF-8"));
      mail.setRecipients(jakarta.mail.Message.RecipientType.TO, InternetAddress.parse(address));
      mail.setSubject(parcel.name(), "UTF-8");
      mail.setHeader("Auto-Submitted", "auto-generated");
      MimeBodyPart text = new MimeBodyPart();
      text.setText(parcel.name(), "UTF-8");
      MimeBodyPart file = new MimeBodyPart();
      file.setDataHandler(
          new jakarta.activation.DataHandler(
              new ByteArrayDataSource(parcel.bytes(), "application/octet-stream")));
      file.setFileName(parcel.name());
      file.setHeader("Content-Transfer-Encoding", "base64");
      mail.setContent(new MimeMultipart(text, file));
      mail.saveChanges();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      mail.writeTo(out);
      return out.toByteArray();
    } catch (MessagingException e) {
      throw new IOException("The mail cannot be written: " + e.getMessage(), e);
    }
  }

  /** Jakarta Mail would give each saved mail an id of its own. */
  static final class WithId extends MimeMessage {

    private final String id;

    WithId(String id) {
      super(Session.getInstance(new Properties()));
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
