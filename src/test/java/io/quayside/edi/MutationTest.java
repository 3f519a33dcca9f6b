package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Whatever happens to the bytes on their way: no exception, no endless loop, positions within the
 * file.
 */
class MutationTest {
  private static final int ROUNDS = 4000;

  private final EdiReader reader = new EdiReader(TestSchemas.all());

  @Test
  void aDamagedFileIsAlwaysReadToItsEnd() {
    Random random = new Random(997);
    byte[] whole =
        Documents.bytes(
            Documents.interchange(
                    Documents.set("850", "0001", Documents.ORDER),
                    Documents.set("850", "0002", Documents.ORDER))
                + Documents.interchange(
                    Documents.set("997", "0001", java.util.List.of("AK1*PR*7"))));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            byte[] damaged = damage(whole, random);
            try {
              use(damaged);
            } catch (RuntimeException e) {
              throw new AssertionError(
                  "round "
                      + i
                      + ": "
                      + new String(damaged, java.nio.charset.StandardCharsets.ISO_8859_1),
                  e);
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
      for (FunctionalGroup group : interchange.groups()) {
        assertThat(Acknowledgments.functional997(interchange, group)).isNotEmpty();
        for (TransactionSet set : group.sets()) {
          assertThat(set.endOffset()).isBetween(set.startOffset(), bytes.length);
          new SetXml().write(set, new DefaultHandler());
          Acknowledgments.parse(set);
        }
      }
    }
  }

  private static byte[] damage(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    String signs = "*~>\n\r A0^|\u0000\u00c3";
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
