package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.intake.Format;
import io.quayside.intake.Recognition;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Names and texts that look like tags, headers and other formats, under any delimiters and line
 * ends: what was written is what is read.
 */
class MisleadingTextTest {
  private static final int ROUNDS = 1000;

  private static final List<String> TEXTS =
      List.of(
          "ISA M\u00fcller",
          "ISA*00*          *00*          *ZZ*A",
          "IEA*1*000000905",
          "GS*PO*A*B",
          "TA1",
          "ST*850*0001",
          "SE*1*0001",
          "UNA",
          "UNA:+.? '",
          "UNB+UNOA:3+M\u00fcller+B",
          "SAMSUNG",
          "UNG+ORDERS",
          "UNH+1+ORDERS:D:96A:UN",
          "UNT+2+1",
          "UNZ+1+1",
          "BIN*99*",
          "<?xml version=\"1.0\"?>",
          "{\"poNumber\":1}",
          "From: a@b.example",
          "\u00c9t\u00e9",
          "??'",
          "~");

  private static final String SIGNS = "!\"#%&()*+,-./:;<=>?@[\\]^_`{|}~'$\u001c\u001d\u001e\u001f";

  private static final List<String> LINE_ENDS = List.of("", "\n", "\r\n", "\n\n", " \r\n");

  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);

  private final Random random = new Random(20261124);
  private final EdiReader reader = new EdiReader(new EdiSchemas(path -> null));

  @Test
  void x12IsReadAsItWasMeant() {
    for (int i = 0; i < ROUNDS; i++) {
      String signs = signs();
      List<String> texts = texts().stream().map(text -> without(signs, text)).toList();
      List<String> segments = new ArrayList<>();
      segments.add(Documents.ISA.replace("*U*00401*", "*^*00501*").replace("~", ""));
      segments.add("GS*PO*A*B*20261120*1000*77*X*005010");
      segments.add("ST*850*0001");
      texts.forEach(text -> segments.add("REF*ZZ*\u0001"));
      segments.add("SE*" + (texts.size() + 2) + "*0001");
      segments.add("GE*1*77");
      segments.add("IEA*1*000000905");

      check(Format.X12, joined(segments, "~*>^", signs), texts);
    }
  }

  @Test
  void edifactIsReadAsItWasMeant() {
    for (int i = 0; i < ROUNDS; i++) {
      boolean una = random.nextBoolean();
      String signs = una ? signs() : "'+:?";
      List<String> texts = texts();
      List<String> segments = new ArrayList<>();
      segments.add("UNB+UNOC:3+SAMSUNG+B+261120:1000+905");
      segments.add("UNH+1+ORDERS:D:96A:UN");
      texts.forEach(text -> segments.add("FTX+AAI+\u0001"));
      segments.add("UNT+" + (texts.size() + 2) + "+1");
      segments.add("UNZ+1+905");
      String service = una ? "UNA" + signs.charAt(2) + signs.charAt(1) + "." + signs.charAt(3) : "";

      check(
          Format.EDIFACT,
          (una ? service + " " + signs.charAt(0) : "") + joined(segments, "'+:?", signs),
          texts.stream().map(text -> released(signs, text)).toList(),
          texts);
    }
  }

  private void check(Format format, String frame, List<String> texts) {
    check(format, frame, texts, texts);
  }

  /**
   * @param frame with U+0001 where a text goes
   */
  private void check(Format format, String frame, List<String> sent, List<String> meant) {
    String text = frame;
    for (String one : sent) {
      int at = text.indexOf('\u0001');
      text = text.substring(0, at) + one + text.substring(at + 1);
    }
    byte[] bytes = text.getBytes(CHARSETS.get(random.nextInt(2)));

    EdiFile file = reader.read(bytes);

    assertThat(Recognition.of(bytes).format()).as(text).isEqualTo(format);
    assertThat(file.findings()).as(text).isEmpty();
    assertThat(file.interchanges()).as(text).hasSize(1);
    List<Segment> segments = file.interchanges().get(0).groups().get(0).sets().get(0).segments();
    assertThat(segments.subList(1, segments.size() - 1))
        .as(text)
        .extracting(segment -> segment.component(2, 1))
        .isEqualTo(meant);
  }

  private String joined(List<String> segments, String usual, String signs) {
    String lineEnd = LINE_ENDS.get(random.nextInt(LINE_ENDS.size()));
    StringBuilder text = new StringBuilder();
    for (char c :
        (String.join(usual.charAt(0) + lineEnd, segments) + usual.charAt(0)).toCharArray()) {
      int sign = usual.indexOf(c);
      text.append(sign < 0 ? c : signs.charAt(sign));
    }
    return text.append(lineEnd).toString();
  }

  /** Four that differ: of segments, elements, components, and for repetition or release. */
  private String signs() {
    StringBuilder signs = new StringBuilder();
    while (signs.length() < 4) {
      char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
      if (signs.indexOf(String.valueOf(sign)) < 0) {
        signs.append(sign);
      }
    }
    return signs.toString();
  }

  private List<String> texts() {
    return random.ints(3, 0, TEXTS.size()).mapToObj(TEXTS::get).toList();
  }

  /** In X12 nothing makes a delimiter data. */
  private static String without(String signs, String text) {
    StringBuilder kept = new StringBuilder("x");
    text.chars().filter(c -> signs.indexOf(c) < 0).forEach(c -> kept.append((char) c));
    return text.chars().anyMatch(c -> signs.indexOf(c) >= 0) ? kept.toString() : text;
  }

  private static String released(String signs, String text) {
    StringBuilder released = new StringBuilder();
    for (char c : text.toCharArray()) {
      released.append(signs.indexOf(c) < 0 ? "" : signs.charAt(3)).append(c);
    }
    return released.toString();
  }
}
