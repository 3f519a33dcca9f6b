package io.quayside.intake.mail;

import io.quayside.intake.child.Children;
import io.quayside.intake.mail.ReadMail.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a stored mail: what its headers say, and all of its parts. Never fails on bad input. */
public final class MailReader {

  static final Session SESSION = session();
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,2000}>");
  private static final Pattern ADDRESS =
      Pattern.compile("[\\x21-\\x7E&&[^@<>,;\"]]{1,64}@[A-Za-z0-9.-]{1,253}");
  private static final int MOST_REFERENCES = 50;

  private MailReader() {}

  private static Session session() {
    Properties lenient = new Properties();
    lenient.put("mail.mime.address.strict", "false");
    return Session.getInstance(lenient);
  }

  /** Reads the raw bytes of a mail (RFC 5322). */
  public static ReadMail read(byte[] bytes) {
    return read(bytes, Children.common());
  }

  static ReadMail read(byte[] bytes, Children children) {
    MimeWalk walk = new MimeWalk(children);
    MimeMessage message;
    try {
      message = new MimeMessage(SESSION, new ByteArrayInputStream(HeaderEnd.mended(bytes)));
    } catch (MessagingException | RuntimeException e) {
      return unreadable(bytes, e);
    }
    walk.message(message, bytes);
    Headers headers = new Headers(message);
    String from = author(headers);
    Kind kind = MailKind.of(headers);
    return new ReadMail(
        kind,
        from,
        replyTo(headers, from),
        headers.text("Subject"),
        first(ids(headers.all("Message-ID"))),
        references(headers),
        headers.all("Authentication-Results"),
        kind == Kind.BOUNCE ? returned(walk.parts()) : List.of(),
        walk.parts(),
        walk.fault());
  }

  private static ReadMail unreadable(byte[] bytes, Exception cause) {
    String why = "The mail cannot be read: " + Headers.clean(String.valueOf(cause.getMessage()));
    MailPart whole =
        new MailPart("1", MailPart.Role.UNREADABLE, "message/rfc822", null, bytes, why);
    return new ReadMail(
        Kind.ORDER, null, null, "", null, List.of(), List.of(), List.of(), List.of(whole), why);
  }

  /** RFC 5322 allows several authors; whom would we answer, and who ordered? Then nobody. */
  private static String author(Headers headers) {
    List<String> fields = headers.all("From");
    return fields.size() == 1 ? address(fields.get(0)) : null;
  }

  private static String replyTo(Headers headers, String from) {
    List<String> fields = headers.all("Reply-To");
    return fields.isEmpty() ? from : fields.size() == 1 ? address(fields.get(0)) : null;
  }

  private static String address(String field) {
    try {
      InternetAddress[] addresses = InternetAddress.parseHeader(field, false);
      if (addresses.length != 1 || addresses[0].isGroup()) {
        return null;
      }
      String address = addresses[0].getAddress();
      return address != null && ADDRESS.matcher(address).matches() && stands(address, field)
          ? address.toLowerCase(Locale.ROOT)
          : null;
    } catch (AddressException e) {
      return null;
    }
  }

  /** {@code "orders@acme.example" <x>}: a name is no address, whatever it looks like. */
  private static boolean stands(String address, String field) {
    return field.indexOf('<') < 0 || field.replaceAll("\\s", "").contains("<" + address + ">");
  }

  private static List<String> references(Headers headers) {
    List<String> all = ids(headers.all("References"));
    ids(headers.all("In-Reply-To")).stream().filter(id -> !all.contains(id)).forEach(all::add);
    return all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size());
  }

  private static List<String> ids(List<String> fields) {
    List<String> ids = new ArrayList<>();
    for (String field : fields) {
      Matcher matcher = MESSAGE_ID.matcher(field);
      while (matcher.find()) {
        ids.add(matcher.group());
      }
    }
    return ids;
  }

  private static String first(List<String> ids) {
    return ids.isEmpty() ? null : ids.get(0);
  }

  /** RFC 3462: the returned mail, or only its headers, stands in the report. */
  private static List<String> returned(List<MailPart> parts) {
    List<String> ids = new ArrayList<>();
    for (MailPart part : parts) {
      String type = part.contentType();
      if (type.startsWith("message/") || type.equals("text/rfc822-headers")) {
        Matcher field =
            Pattern.compile("(?im)^(?:message-id|original-message-id):\\s*(<[^<>\\s]+>)")
                .matcher(new String(part.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
        while (field.find()) {
          ids.add(field.group(1));
        }
      }
    }
    return ids;
  }
}
