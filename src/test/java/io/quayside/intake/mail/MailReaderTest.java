package io.quayside.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.intake.mail.MailPart.Role;
import io.quayside.intake.mail.ReadMail.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hostile and odd mails: all parts are found, and nothing is thrown. */
class MailReaderTest {

  @Test
  void attachmentsOfTheSameNameAndWithoutANameAreAllThere() {
    ReadMail mail =
        read(
            mixed(
                part("application/octet-stream; name=order.csv", "a,b"),
                part("application/octet-stream; name=order.csv", "c,d"),
                "Content-Type: application/octet-stream\nContent-Disposition: attachment\n\ne,f",
                part("application/octet-stream; name=\"../../x\"", "g,h")));
    assertThat(mail.parts())
        .extracting(MailPart::number, MailPart::name)
        .containsExactly(
            tuple("1", null),
            tuple("1.1", "order.csv"),
            tuple("1.2", "order.csv"),
            tuple("1.3", null),
            tuple("1.4", "../../x"));
    assertThat(text(mail, "1.2")).isEqualTo("c,d");
    assertThat(text(mail, "1.3")).isEqualTo("e,f");
  }

  @Test
  void aMailWithoutABoundaryKeepsItsContent() {
    ReadMail mail = read("From: a@b.example\nContent-Type: multipart/mixed\n\nISA*00* and so on\n");
    assertThat(mail.parts()).hasSize(1);
    assertThat(mail.parts().get(0).role()).isEqualTo(Role.UNREADABLE);
    assertThat(text(mail, "1")).contains("ISA*00*");
  }

  @Test
  void unknownCharacterSetsAndEncodingsAreReadAsFarAsTheyGo() {
    ReadMail mail =
        read(
            mixed(
                "Content-Type: text/plain; charset=x-klingon\n\nWidget 5 Stück",
                "Content-Type: application/x; name=a\nContent-Transfer-Encoding: x-secret\n\nraw",
                "Content-Type: text/plain; charset=utf-8; name=\"b\"\nContent-Transfer-Encoding: base64\n\n!!!not base64!!!"));
    assertThat(mail.parts().get(1).note()).contains("x-klingon");
    assertThat(text(mail, "1.1")).isEqualTo("Widget 5 Stück");
    assertThat(text(mail, "1.2")).isEqualTo("raw");
    assertThat(mail.parts().get(2).note()).contains("x-secret");
    assertThat(mail.parts()).hasSize(4);
  }

  @Test
  void latin1IsRead() {
    byte[] bytes =
        "From: a@b.example\nContent-Type: text/plain; charset=iso-8859-1\n\nSt\u00FCck"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(new String(MailReader.read(bytes).parts().get(0).bytes(), StandardCharsets.UTF_8))
        .isEqualTo("Stück");
  }

  @Test
  void aForwardedMailIsOpenedWithTheChainOfSenders() {
    String inner = mixed(part("application/octet-stream; name=po.edi", "ISA*00*"));
    String forwarded = mixed("Content-Type: message/rfc822\n\n" + inner.replace("B1", "B2"));
    ReadMail mail = read(forwarded);
    assertThat(mail.parts())
        .extracting(MailPart::number)
        .containsExactly("1", "1.1", "1.1.1", "1.1.1.1");
    assertThat(mail.parts().get(1).note()).isEqualTo("a mail from Jane <jane@acme.example>");
    assertThat(text(mail, "1.1.1.1")).isEqualTo("ISA*00*");
  }

  @Test
  void aForwardedMailThatIsEncodedIsOpened() {
    String inner = mixed(part("application/octet-stream; name=po.edi", "ISA*00*"));
    String encoded = Base64.getMimeEncoder().encodeToString(inner.getBytes());
    ReadMail mail =
        read(
            mixed("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + encoded));
    assertThat(text(mail, "1.1.1.1")).isEqualTo("ISA*00*");
  }

  @Test
  void mailsInMailsEndAtTheFifth() {
    String mail = "From: z@b.example\n\nISA*00*";
    for (int i = 0; i < 1000; i++) {
      mail = "From: a@b.example\nContent-Type: message/rfc822\n\n" + mail;
    }
    ReadMail read = read(mail);
    assertThat(read.fault()).isEqualTo("Mails stand in mails deeper than 5 levels");
    assertThat(read.parts()).hasSize(MimeWalk.DEEPEST_MAIL + 1);
  }

  @Test
  void tenThousandPartsEndAtTwoHundred() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      parts.add(part("application/octet-stream; name=x", "y"));
    }
    ReadMail mail = read(mixed(parts.toArray(String[]::new)));
    assertThat(mail.fault()).isEqualTo("It has more than 200 parts");
    assertThat(mail.parts()).hasSize(200);
  }

  @Test
  void multipartsInMultipartsEnd() {
    StringBuilder mail = new StringBuilder("From: a@b.example\n");
    for (int i = 0; i < 1000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }
    assertThat(read(mail.toString()).fault()).contains("nested deeper");
  }

  @Test
  void anArchiveIsOpenedAndABombIsNot() throws IOException {
    ReadMail good = read(zipped(zip("po.edi", "ISA*00*".getBytes(StandardCharsets.US_ASCII))));
    assertThat(text(good, "1.1.1")).isEqualTo("ISA*00*");
    assertThat(good.parts().get(2).name()).isEqualTo("po.edi");

    ReadMail bomb = read(zipped(zip("bomb", new byte[60 << 20])));
    MailPart refused = bomb.parts().get(1);
    assertThat(refused.role()).isEqualTo(Role.UNREADABLE);
    assertThat(refused.note()).contains("too large when unpacked");
  }

  @Test
  void aPictureWithinTheTextIsToldFromAnAttachedOne() {
    ReadMail mail =
        read(
            mixed(
                "Content-Type: image/png\nContent-ID: <logo>\n\n\u0089PNG",
                "Content-Type: image/png; name=scan.png\nContent-Disposition: attachment\n\n\u0089PNG"));
    assertThat(mail.parts().get(1).role()).isEqualTo(Role.INLINE);
    assertThat(mail.parts().get(2).role()).isEqualTo(Role.ATTACHMENT);
  }

  @Test
  void signaturesAndReportsAreNoDocuments() {
    ReadMail mail =
        read(
            mixed(
                part("application/pkcs7-signature; name=smime.p7s", "x"),
                part("text/calendar; name=a.ics", "y")));
    assertThat(mail.parts())
        .extracting(MailPart::role)
        .containsExactly(Role.CONTAINER, Role.COMPANION, Role.COMPANION);
  }

  @Test
  void aMessageIdOf900CharactersIsKeptAndNoneIsNone() {
    String id = "<" + "x".repeat(900) + "@acme.example>";
    assertThat(read("Message-ID: " + id + "\nFrom: a@b.example\n\nhi").messageId()).isEqualTo(id);
    assertThat(read("From: a@b.example\n\nhi").messageId()).isNull();
  }

  @Test
  void controlCharactersInHeadersAreGone() {
    ReadMail mail = read("From: a@b.example\nSubject: =?utf-8?q?PO=0D=0AERROR_=1B[2J?=\n\nhi");
    assertThat(mail.subject()).isEqualTo("PO ERROR  [2J");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b | BOUNCE",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b | READ_RECEIPT",
        "Auto-Submitted: auto-replied | AUTO_REPLY",
        "Auto-Submitted: auto-generated | ORDER",
        "Precedence: auto_reply | AUTO_REPLY",
        "List-Id: <orders.acme.example> | LIST",
        "Precedence: bulk | LIST",
        "X-Mailer: x | ORDER"
      })
  void whatMachinesWriteIsTold(String header, Kind kind) {
    assertThat(read("From: a@b.example\n" + header + "\n\n--b\n\nx\n--b--").kind()).isEqualTo(kind);
  }

  @Test
  void anAbsenceAndALoopAreTold() {
    assertThat(
            read("Auto-Submitted: auto-generated\nSubject: Automatic reply: PO 7\nFrom: a@b.example\n\nx")
                .kind())
        .isEqualTo(Kind.AUTO_REPLY);
    assertThat(read("Received: by x\n".repeat(60) + "From: a@b.example\n\nx").kind())
        .isEqualTo(Kind.LOOP);
    assertThat(read("Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: failed\n\nx").kind())
        .isEqualTo(Kind.BOUNCE);
  }

  @Test
  void aBounceNamesWhatCameBack() {
    ReadMail mail =
        read(
            """
            From: MAILER-DAEMON@mx.example
            Content-Type: multipart/report; report-type=delivery-status; boundary=B

            --B
            Content-Type: text/plain

            No such user.
            --B
            Content-Type: message/delivery-status

            Action: failed
            --B
            Content-Type: text/rfc822-headers

            Message-ID: <01ABC@ours.example>
            Subject: Your order
            --B--
            """);
    assertThat(mail.returned()).containsExactly("<01ABC@ours.example>");
  }

  /** RFC 2046, 5.1.5: without a type of its own, a part of a digest is a mail. */
  @Test
  void theMailsOfADigestAreOpened() {
    ReadMail mail =
        read(
            mixed("\nFrom: kim@acme.example\n\nPO 1", "\nFrom: lee@acme.example\n\nPO 2")
                .replace("multipart/mixed", "multipart/digest"));
    assertThat(mail.parts())
        .extracting(MailPart::number, MailPart::note)
        .contains(
            tuple("1.1", "a mail from kim@acme.example"),
            tuple("1.2", "a mail from lee@acme.example"));
    assertThat(text(mail, "1.1.1")).isEqualTo("PO 1");
    assertThat(text(mail, "1.2.1")).isEqualTo("PO 2");
  }

  @Test
  void anEmptyLineWithABlankInItEndsTheHeader() {
    ReadMail mail = read("From: a@b.example\nSubject: PO 7\n \nWe need\n5 of W-001\n\nKim");
    assertThat(mail.subject()).isEqualTo("PO 7");
    assertThat(text(mail, "1")).isEqualTo("We need\r\n5 of W-001\r\n\r\nKim");
    ReadMail folded = read("From: a@b.example\nSubject: PO\n \n 7\nTo: c@d.example\n\nKim\n \nLee");
    assertThat(folded.subject().replaceAll("\\s+", " ")).isEqualTo("PO 7");
    assertThat(text(folded, "1")).isEqualTo("Kim\r\n \r\nLee");
  }

  @Test
  void bytesThatAreNoMailAreAPartThatIsRead() {
    for (byte[] bytes :
        List.of(new byte[0], new byte[] {0, 1, 2}, "\n\n\n".getBytes(), ": : :\n".getBytes())) {
      assertThat(MailReader.read(bytes).parts()).hasSize(1);
    }
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private static ReadMail read(String mail) {
    return MailReader.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ReadMail mail, String number) {
    return mail.parts().stream()
        .filter(part -> part.number().equals(number))
        .map(part -> new String(part.bytes(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static String mixed(String... parts) {
    return "From: Jane <jane@acme.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B1\n\n--B1\n"
        + String.join("\n--B1\n", parts)
        + "\n--B1--\n";
  }

  private static String part(String type, String content) {
    return "Content-Type: " + type + "\n\n" + content;
  }

  private static String zipped(byte[] zip) {
    return mixed(
        "Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n"
            + Base64.getMimeEncoder().encodeToString(zip));
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }
}
