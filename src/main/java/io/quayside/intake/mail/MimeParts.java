package io.quayside.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** What a part says of itself, and its bytes; odd headers give what can be made of them. */
final class MimeParts {

  private MimeParts() {}

  static String type(MimePart part) {
    try {
      String given = part.getContentType();
      return given == null
          ? "text/plain"
          : new ContentType(given).getBaseType().toLowerCase(Locale.ROOT);
    } catch (ParseException e) {
      return guessed(part);
    } catch (MessagingException | RuntimeException e) {
      return "application/octet-stream";
    }
  }

  /** {@code multipart/mixed; boundary} and the like: what stands before the first semicolon. */
  private static String guessed(MimePart part) {
    try {
      String given = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
      return given.matches("[a-z0-9.+-]+/[a-z0-9.+-]+") ? given : "application/octet-stream";
    } catch (MessagingException e) {
      return "application/octet-stream";
    }
  }

  static String charset(MimePart part) {
    try {
      String charset = new ContentType(part.getContentType()).getParameter("charset");
      return charset == null ? "" : charset;
    } catch (MessagingException | RuntimeException e) {
      return "";
    }
  }

  static String disposition(MimePart part) {
    try {
      String disposition = part.getDisposition();
      return disposition == null ? null : disposition.toLowerCase(Locale.ROOT);
    } catch (MessagingException e) {
      return null;
    }
  }

  static String name(MimePart part) {
    try {
      String name = part.getFileName();
      return name == null || name.isBlank() ? null : Headers.decoded(Headers.clean(name)).strip();
    } catch (MessagingException | RuntimeException e) {
      return null;
    }
  }

  static String why(Exception cause) {
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return Headers.clean(message);
  }

  /** The bytes of a part without their transfer encoding. */
  record Content(byte[] bytes, String note) {

    static Content of(MimePart part) throws MessagingException, IOException {
      try (InputStream in = decoded(part)) {
        return new Content(in.readAllBytes(), null);
      } catch (IOException e) {
        return new Content(raw(part), "Its transfer encoding could not be undone: " + why(e));
      }
    }

    /** RFC 2046, 5.2.1 allows a mail in a mail no encoding; some mailers encode it all the same. */
    private static InputStream decoded(MimePart part) throws MessagingException, IOException {
      String encoding = part.getEncoding();
      return encoding != null
              && type(part).startsWith("message/")
              && encoding.strip().matches("(?i)base64|quoted-printable")
          ? MimeUtility.decode(new ByteArrayInputStream(raw(part)), encoding.strip())
          : new MimePartDataSource(part).getInputStream();
    }

    static byte[] raw(MimePart part) {
      try (InputStream in =
          part instanceof MimeMessage message
              ? message.getRawInputStream()
              : ((MimeBodyPart) part).getRawInputStream()) {
        return in.readAllBytes();
      } catch (MessagingException | IOException e) {
        return new byte[0];
      }
    }
  }
}
