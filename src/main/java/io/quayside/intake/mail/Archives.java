package io.quayside.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** ZIP archives, unpacked under hard limits that all archives of one mail share. */
final class Archives {

  private static final int MOST_ENTRIES = 500;
  private static final long MOST_BYTES = 100L << 20;
  private static final long MOST_RATIO = 100;
  private static final long RATIO_FROM = 1 << 20;
  private static final int DEEPEST = 2;

  private long unpacked;
  private int entries;
  private int opened;

  /** A ZIP that is no workbook, text document or the like, which are ZIPs too. */
  static boolean isArchive(byte[] bytes) {
    if (bytes.length < 30 || bytes[0] != 'P' || bytes[1] != 'K' || bytes[2] != 3 || bytes[3] != 4) {
      return false;
    }
    int length = (bytes[26] & 0xFF) | (bytes[27] & 0xFF) << 8;
    String first =
        new String(
            bytes,
            30,
            Math.min(length, bytes.length - 30),
            java.nio.charset.StandardCharsets.ISO_8859_1);
    return !(first.equals("[Content_Types].xml")
        || first.equals("mimetype")
        || first.startsWith("_rels/")
        || first.startsWith("docProps/")
        || first.startsWith("xl/")
        || first.startsWith("word/"));
  }

  /** The files in it; an {@link IOException} that says which limit it breaks. */
  Optional<List<MimeWalk.Inner>> open(byte[] bytes) throws IOException {
    if (++opened > DEEPEST * 10) {
      throw new IOException("There are too many archives in this mail");
    }
    List<MimeWalk.Inner> files = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new IOException("The archive has more than %d entries".formatted(MOST_ENTRIES));
        }
        if (!entry.isDirectory()) {
          files.add(
              new MimeWalk.Inner("", Headers.clean(entry.getName()), read(zip, bytes.length)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("The archive's file names cannot be read", e);
    }
    if (files.isEmpty()) {
      throw new IOException("The archive is empty or damaged");
    }
    return Optional.of(files);
  }

  private byte[] read(ZipInputStream zip, long packed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[16_384];
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      unpacked += n;
      if (unpacked > MOST_BYTES || (unpacked > RATIO_FROM && unpacked / packed > MOST_RATIO)) {
        throw new IOException(
            "The archive is too large when unpacked: more than %d MB or %d times its size"
                .formatted(MOST_BYTES >> 20, MOST_RATIO));
      }
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }
}
