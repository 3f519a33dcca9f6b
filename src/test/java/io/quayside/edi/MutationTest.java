package io.quayside.edi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to the bytes on their way: no exception, no endless loop, positions within the
 * file. {@code -Dquayside.fuzz=N} damages each file N times.
 */
class MutationTest {
  private static final int ROUNDS = Integer.getInteger("quayside.fuzz", 4000);
  private static final int MILLIS = 15;

  private final EdiReader reader = new EdiReader(TestSchemas.all());

  @Test
  void aDamagedX12FileIsAlwaysReadToItsEnd() {
    readDamaged(
        Documents.interchange(
                Documents.set("850", "0001", Documents.ORDER),
                Documents.set("850", "0002", Documents.ORDER))
            + Documents.interchange(Documents.set("997", "0001", List.of("AK1*PR*7"))),
        "*~>\n\r A0^|\u0000\u00c3");
  }

  @Test
  void aDamagedEdifactFileIsAlwaysReadToItsEnd() {
    String message = Messages.message("1", "ORDERS:D:96A:UN", Messages.ORDER);
    readDamaged(
        "UNA:+.?*'"
            + Messages.interchange("UNOC:4", "905", message)
            + Messages.interchange("UNOC:3", "906", Messages.group("1", message, message)),
        "+':?*\n\r A0\u0000\u00c3U");
  }

  @Test
  void aDamagedFileThatShiftsBetweenCharacterSetsIsAlwaysReadToItsEnd() {
    readDamaged(
        Messages.order("UNOX:3")
            .replace("4500000042", "45\u001b$B%'%+%:%?\u001b(B\u000e!#\u000f42"),
        "+':?$(B\n A\u001b\u000e\u000f\u00c3");
  }

  private void readDamaged(String text, String signs) {
    Random random = new Random(997);
    byte[] whole = Documents.bytes(text);
    Assertions.assertTimeoutPreemptively(
        Duration.ofMillis(Math.max(60_000L, (long) MILLIS * ROUNDS)),
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            byte[] damaged = damage(whole, signs, random);
            try {
              use(damaged);
            } catch (RuntimeException e) {
              throw new AssertionError(
                  "round " + i + ": " + new String(damaged, StandardCharsets.ISO_8859_1), e);
            }
          }
        });
  }

  private void use(byte[] bytes) throws Exception {
    EdiFile file = reader.read(bytes);
    for (Finding finding : file.allFindings()) {
      int offset = finding.position().byteOffset();
      check(offset >= 0 && offset <= bytes.length && !finding.sentence().isBlank(), finding);
    }
    for (Interchange interchange : file.interchanges()) {
      Acknowledgments.ta1(interchange);
      Acknowledgments.parseTa1(interchange);
      Acknowledgments.control(interchange);
      for (FunctionalGroup group : interchange.groups()) {
        check(Acknowledgments.functional997(interchange, group).size() > 1, group.header());
        for (TransactionSet set : group.sets()) {
          int end = set.endOffset();
          check(set.startOffset() <= end && end <= bytes.length, set.startOffset());
          new SetXml().write(set, new SetXmlTest.Printer());
          Acknowledgments.parse(set);
          Acknowledgments.parseControl(set);
        }
      }
    }
  }

  /** In place of an assertion library, which would take most of the time. */
  private static void check(boolean right, Object what) {
    if (!right) {
      throw new IllegalStateException("wrong: " + what);
    }
  }

  private static byte[] damage(byte[] whole, String signs, Random random) {
    byte[] bytes = whole.clone();
    for (int change = 0; change <= random.nextInt(4); change++) {
      int at = random.nextInt(Math.max(1, bytes.length));
      int to = Math.min(bytes.length, at + 1 + random.nextInt(20));
      switch (random.nextInt(5)) {
        case 0 -> bytes = Arrays.copyOf(bytes, at);
        case 1 ->
            bytes = join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
        case 2 ->
            bytes = join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
        case 3 -> bytes = Arrays.copyOfRange(bytes, at / 8, bytes.length);
        default -> {
          if (at < bytes.length) {
            bytes[at] = (byte) signs.charAt(random.nextInt(signs.length()));
          }
        }
      }
    }
    return bytes;
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
