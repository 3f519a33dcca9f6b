package io.quayside.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.text.BadLocationException;
import javax.swing.text.rtf.RTFEditorKit;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Outlook's own files: {@code winmail.dat} (MS-OXTNEF) and {@code .msg} (MS-OXMSG). They are opened
 * in a process of their own alone.
 */
final class Outlook {

  /** A message's entry in its OLE 2 file. */
  private static final String PROPERTIES = "__properties_version1.0";

  private static final byte[] ENTRY = PROPERTIES.getBytes(StandardCharsets.UTF_16LE);
  private static final int ENTRY_SIZE = 128;

  private Outlook() {}

  /** The signature 0x223E9F78. */
  static boolean isTnef(byte[] b) {
    return b.length > 6
        && (b[0] & 0xFF) == 0x78
        && (b[1] & 0xFF) == 0x9F
        && (b[2] & 0xFF) == 0x3E
        && (b[3] & 0xFF) == 0x22;
  }

  /**
   * An OLE 2 file (old workbooks are such files too) that may hold a message: one of its directory
   * entries, which stand at multiples of 128 bytes, has the name of a message's properties.
   */
  static boolean mayBeMessage(byte[] b) {
    if (b.length < 512 || (b[0] & 0xFF) != 0xD0 || (b[1] & 0xFF) != 0xCF || b[2] != 0x11) {
      return false;
    }
    for (int at = 512; at + ENTRY.length <= b.length; at += ENTRY_SIZE) {
      if (Arrays.equals(b, at, at + ENTRY.length, ENTRY, 0, ENTRY.length)) {
        return true;
      }
    }
    return false;
  }

  /** The texts and attachments in it; empty when it is another OLE 2 file after all. */
  static Optional<List<MimeWalk.Inner>> open(byte[] bytes) throws IOException {
    return isTnef(bytes) ? Optional.of(tnef(bytes)) : message(bytes);
  }

  private static List<MimeWalk.Inner> tnef(byte[] bytes) throws IOException {
    HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(bytes));
    List<MimeWalk.Inner> inner = new ArrayList<>();
    for (org.apache.poi.hmef.Attachment one : message.getAttachments()) {
      String name = one.getLongFilename() == null ? one.getFilename() : one.getLongFilename();
      inner.add(new MimeWalk.Inner("", name, one.getContents()));
    }
    String body = message.getBody();
    if (body != null && !body.isBlank()) {
      inner.add(text("text/plain", plain(body)));
    }
    return inner;
  }

  /** The words of a rich text. */
  private static String plain(String rtf) throws IOException {
    RTFEditorKit kit = new RTFEditorKit();
    javax.swing.text.Document document = kit.createDefaultDocument();
    try {
      kit.read(new StringReader(rtf), document, 0);
      return document.getText(0, document.getLength());
    } catch (BadLocationException e) {
      throw new IOException("The rich text of the mail cannot be read", e);
    }
  }

  private static Optional<List<MimeWalk.Inner>> message(byte[] bytes) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      if (!file.getRoot().hasEntry(PROPERTIES)) {
        return Optional.empty();
      }
      try (MAPIMessage message = new MAPIMessage(file)) {
        return Optional.of(parts(message));
      }
    }
  }

  private static List<MimeWalk.Inner> parts(MAPIMessage message) throws IOException {
    message.setReturnNullOnMissingChunk(true);
    List<MimeWalk.Inner> inner = new ArrayList<>();
    try {
      String html = message.getHtmlBody();
      String text = message.getTextBody();
      if (html != null && !html.isBlank()) {
        inner.add(text("text/html", html));
      }
      if (text != null && !text.isBlank()) {
        inner.add(text("text/plain", text));
      }
    } catch (ChunkNotFoundException e) {
      throw new IOException("The Outlook message has no body that can be read", e);
    }
    for (AttachmentChunks one : message.getAttachmentFiles()) {
      inner.add(attachment(one));
    }
    return inner;
  }

  private static MimeWalk.Inner text(String type, String text) {
    return new MimeWalk.Inner(type, null, text.getBytes(StandardCharsets.UTF_8));
  }

  private static MimeWalk.Inner attachment(AttachmentChunks one) throws IOException {
    String name =
        one.getAttachLongFileName() != null
            ? one.getAttachLongFileName().getValue()
            : one.getAttachFileName() == null ? null : one.getAttachFileName().getValue();
    if (one.isEmbeddedMessage()) {
      try (MAPIMessage embedded = one.getEmbeddedMessage();
          POIFSFileSystem copy = new POIFSFileSystem()) {
        org.apache.poi.poifs.filesystem.EntryUtils.copyNodes(
            embedded.getDirectory(), copy.getRoot());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy.writeFilesystem(out);
        return new MimeWalk.Inner("", name, out.toByteArray());
      }
    }
    byte[] bytes = one.getAttachData() == null ? new byte[0] : one.getAttachData().getValue();
    return new MimeWalk.Inner("", name, bytes == null ? new byte[0] : bytes);
  }
}
