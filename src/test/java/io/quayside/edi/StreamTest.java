package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream is read as its bytes are, whatever part of it is in sight. */
class StreamTest {
  private static final int[] WINDOWS = {1, 64, 300, 5000};

  private final EdiReader reader = new EdiReader(TestSchemas.all());

  static List<String> files() {
    String order = Documents.set("850", "0001", Documents.ORDER);
    String bad = Documents.set("850", "0002", Documents.with(2, "DTM*002*20261340"));
    String binary =
        Documents.set("841", "0003", List.of("SPI*X", "BIN*12*~ISA*~SE*~1~", "REF*A*B"));
    String message = Messages.message("1", "ORDERS:D:96A:UN", Messages.ORDER);
    return List.of(
        Documents.interchange(order, bad, order.replace("0001", "0004")),
        "junk first\r\n\r\n"
            + Documents.interchange(order).replace("~", "~\r\n")
            + "\n\nand between\n"
            + Documents.interchange(bad, binary).replace("*", "|"),
        Documents.interchange(order, order, bad).replace("GE*3", "GE*4"),
        Documents.interchange(order, bad).replace("IEA*1*000000905~", ""),
        Documents.interchange(order, bad).replaceAll("(.{80})", "$1\r\n"),
        "\u00ef\u00bb\u00bf" + Documents.interchange(order) + "x".repeat(3000),
        "UNA:+.? '"
            + Messages.interchange("UNOC:3", "905", message, message.replace("UNH+1", "UNH+2"))
            + Messages.interchange("UNOC:3", "906", Messages.group("1", message)),
        message + message.replace("UNH+1", "UNH+2"),
        "no EDI at all ".repeat(500));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aStreamIsReadAsItsBytesAre(String text) throws IOException {
    same(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aDamagedStreamToo() throws IOException {
    Random random = new Random(905);
    for (String text : files()) {
      for (int i = 0; i < 40; i++) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int change = 0; change < 3; change++) {
          bytes[random.nextInt(bytes.length)] = (byte) "~*\n UI'+".charAt(random.nextInt(8));
        }
        same(bytes);
      }
    }
  }

  @Test
  void aSetIsHandedOverWholeAndKeptWithoutItsSegments() throws IOException {
    byte[] bytes = Documents.order(Documents.ORDER);
    List<String> tags = new ArrayList<>();

    EdiFile file =
        reader.read(
            new ByteArrayInputStream(bytes),
            Severities.usual(),
            set -> set.segments().forEach(segment -> tags.add(segment.tag())));

    assertThat(tags).hasSize(12).startsWith("ST", "BEG").endsWith("CTT", "SE");
    TransactionSet kept = Documents.only(file);
    assertThat(kept.segmentCount()).isEqualTo(12);
    assertThat(kept.controlNumber()).isEqualTo("0001");
    assertThatThrownBy(kept::segments).hasMessageContaining("handed over");
  }

  @Test
  void aStreamThatBreaksSaysSo() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };

    assertThatThrownBy(() -> reader.read(broken, Severities.usual(), set -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("connection reset");
  }

  private void same(byte[] bytes) throws IOException {
    String whole = described(reader.read(bytes), new ArrayList<>());
    for (int window : WINDOWS) {
      List<String> sets = new ArrayList<>();
      EdiFile streamed =
          reader.read(
              new ByteArrayInputStream(bytes),
              Severities.usual(),
              set -> sets.add(set.segments().toString()),
              window);
      assertThat(described(streamed, sets))
          .as("window %d: %s", window, new String(bytes, StandardCharsets.ISO_8859_1))
          .isEqualTo(whole);
    }
  }

  private static String described(EdiFile file, List<String> sets) {
    StringBuilder text = new StringBuilder();
    file.allFindings().forEach(finding -> text.append(finding).append('\n'));
    int next = 0;
    for (Interchange interchange : file.interchanges()) {
      text.append(interchange.startOffset()).append(' ').append(interchange.endOffset());
      text.append(interchange.header()).append(interchange.header().position());
      text.append(interchange.services()).append(interchange.verdict()).append('\n');
      Acknowledgments.ta1(interchange).ifPresent(text::append);
      for (FunctionalGroup group : interchange.groups()) {
        text.append(group.header()).append(group.verdict()).append('\n');
        text.append(Acknowledgments.functional999(interchange, group)).append('\n');
        for (TransactionSet set : group.sets()) {
          String segments = next < sets.size() ? sets.get(next++) : set.segments().toString();
          text.append(set.startOffset()).append(' ').append(set.endOffset()).append(segments);
        }
      }
    }
    return text.toString();
  }
}
