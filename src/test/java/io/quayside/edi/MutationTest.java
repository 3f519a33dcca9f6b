package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to the bytes on their way: no exception, no endless loop, positions within the
 * file.
 */
class MutationTest {
  private static final int ROUNDS = 4000;

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

  private void readDamaged(String text, String signs) {
    Random random = new Random(997);
    byte[] whole = Documents.bytes(text);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
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
      assertThat(finding.position().byteOffset()).isBetween(0, bytes.length);
      assertThat(finding.sentence()).isNotBlank();
    }
    for (Interchange interchange : file.interchanges()) {
      Acknowledgments.ta1(interchange);
      Acknowledgments.parseTa1(interchange);
      Acknowledgments.control(interchange);
      for (FunctionalGroup group : interchange.groups()) {
        assertThat(Acknowledgments.functional997(interchange, group)).isNotEmpty();
        for (TransactionSet set : group.sets()) {
          assertThat(set.endOffset()).isBetween(set.startOffset(), bytes.length);
          new SetXml().write(set, new SetXmlTest.Printer());
          Acknowledgments.parse(set);
          Acknowledgments.parseControl(set);
        }
      }
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
