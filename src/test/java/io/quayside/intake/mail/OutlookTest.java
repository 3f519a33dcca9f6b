package io.quayside.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.quayside.intake.child.Children;
import io.quayside.intake.mail.MailPart.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

/** Outlook's own files: what is in them is found, in a process that may be lost over them. */
class OutlookTest {

  private static final byte[] ORDER = "ISA*00*".getBytes(StandardCharsets.US_ASCII);

  @Test
  void theAttachmentsOfAWinmailDatAreFound() throws IOException {
    ReadMail mail = read(tnef("order.edi", ORDER), "More");
    assertThat(mail.parts())
        .extracting(MailPart::number, MailPart::role, MailPart::name)
        .containsExactly(
            tuple("1", Role.CONTAINER, null),
            tuple("1.1", Role.CONTAINER, "winmail.dat"),
            tuple("1.1.1", Role.ATTACHMENT, "order.edi"),
            tuple("1.2", Role.TEXT, null));
    assertThat(mail.parts().get(2).bytes()).isEqualTo(ORDER);
  }

  @Test
  void theTextAndTheAttachmentsOfAMessageAreFound() throws IOException {
    ReadMail mail = read(message("Please see attached", "order.edi", ORDER), "More");
    assertThat(mail.parts())
        .extracting(MailPart::number, MailPart::role, MailPart::name)
        .containsExactly(
            tuple("1", Role.CONTAINER, null),
            tuple("1.1", Role.CONTAINER, "winmail.dat"),
            tuple("1.1.1", Role.TEXT, null),
            tuple("1.1.2", Role.ATTACHMENT, "order.edi"),
            tuple("1.2", Role.TEXT, null));
    assertThat(text(mail, 2)).isEqualTo("Please see attached");
  }

  @Test
  void anOldWorkbookWithAMessageInItIsNoMessage() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.createSheet("Orders");
      book.write(out);
    }
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(out.toByteArray()))) {
      DirectoryEntry embedded = file.getRoot().createDirectory("MBD0001");
      embedded.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[32]));
      out.reset();
      file.writeFilesystem(out);
    }
    assertThat(Outlook.mayBeMessage(out.toByteArray())).isTrue();
    assertThat(read(out.toByteArray(), "More").parts().get(1).role()).isEqualTo(Role.ATTACHMENT);
  }

  @Test
  void aDamagedOneIsReportedAndTheOtherPartsGoOn() throws IOException {
    byte[] whole = tnef("order.edi", ORDER);
    ReadMail mail = read(Arrays.copyOf(whole, whole.length - 20), "More");
    assertThat(mail.parts().get(1).role()).isEqualTo(Role.UNREADABLE);
    assertThat(mail.parts().get(1).note()).startsWith("It cannot be opened: ");
    assertThat(text(mail, 2)).isEqualTo("More");
  }

  @Test
  void oneThatTakesTooLongIsReportedAndNoMoreThanTwoAreTried() throws IOException {
    byte[] file = tnef("order.edi", ORDER);
    String mail = mail(part(file), part(file), part(file), text("More"));
    ReadMail read =
        MailReader.read(mail.getBytes(StandardCharsets.US_ASCII), Children.within(Duration.ZERO));
    assertThat(read.parts())
        .extracting(MailPart::note)
        .containsExactly(
            "4 parts",
            "It cannot be opened: Reading it took more than 0 seconds, so it was stopped.",
            "It cannot be opened: Reading it took more than 0 seconds, so it was stopped.",
            "It cannot be opened: Other parts of this mail broke the limits, so it was not tried",
            null);
  }

  private static ReadMail read(byte[] file, String text) {
    return MailReader.read(mail(part(file), text(text)).getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(ReadMail mail, int part) {
    return new String(mail.parts().get(part).bytes(), StandardCharsets.UTF_8);
  }

  private static String mail(String... parts) {
    return "From: jane@acme.example\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n"
        + String.join("\r\n--B\r\n", parts)
        + "\r\n--B--\r\n";
  }

  private static String text(String text) {
    return "Content-Type: text/plain\r\n\r\n" + text;
  }

  private static String part(byte[] file) {
    return "Content-Type: application/ms-tnef; name=winmail.dat\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(file);
  }

  /** MS-OXTNEF 2.1: signature, key, then attributes; an attachment is its data and its title. */
  private static byte[] tnef(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {0x78, (byte) 0x9F, 0x3E, 0x22, 1, 0});
    attribute(out, 0x9002, 6, new byte[14]);
    attribute(out, 0x8010, 1, (name + "\0").getBytes(StandardCharsets.US_ASCII));
    attribute(out, 0x800F, 6, content);
    return bytes.toByteArray();
  }

  private static void attribute(DataOutputStream out, int id, int type, byte[] data)
      throws IOException {
    out.write(2);
    out.writeShort(Short.reverseBytes((short) id));
    out.writeShort(Short.reverseBytes((short) type));
    out.writeInt(Integer.reverseBytes(data.length));
    out.write(data);
    int sum = 0;
    for (byte one : data) {
      sum += one & 0xFF;
    }
    out.writeShort(Short.reverseBytes((short) sum));
  }

  /** MS-OXMSG 2: properties as streams named by tag, an attachment as a storage of its own. */
  private static byte[] message(String body, String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      stream(file.getRoot(), "__properties_version1.0", new byte[32]);
      stream(file.getRoot(), "__substg1.0_1000001F", unicode(body));
      DirectoryEntry attachment = file.getRoot().createDirectory("__attach_version1.0_#00000000");
      stream(attachment, "__properties_version1.0", new byte[8]);
      stream(attachment, "__substg1.0_3707001F", unicode(name));
      stream(attachment, "__substg1.0_37010102", content);
      file.writeFilesystem(out);
    }
    return out.toByteArray();
  }

  private static void stream(DirectoryEntry where, String name, byte[] bytes) throws IOException {
    where.createDocument(name, new ByteArrayInputStream(bytes));
  }

  private static byte[] unicode(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }
}
