package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EdifactWriterTest {
  private static final LocalDateTime STAMP = LocalDateTime.of(2026, 11, 21, 9, 5);

  private final EdiWriter writer = new EdiWriter();
  private final EdiReader reader = new EdiReader(TestSchemas.all());

  @Test
  void messagesAreCountedAndStandInNoGroup() {
    OutboundInterchange out =
        interchange("3", Delimiters.edifact(), OutSegment.of("BGM", List.of("231"), "SO-1", "29"))
            .inEdifact("UNOC", false);

    assertThat(text(writer.write(out)))
        .isEqualTo(
            "UNB+UNOC:3+4012345000009:14+5412345000013:14+261121:0905+42++++1++1'"
                + "UNH+1+ORDRSP:D:96A:UN:EAN005'BGM+231+SO-1+29'UNT+3+1'UNZ+1+42'");
  }

  @Test
  void groupsAreWrittenWhereWanted() {
    OutSet set = new OutSet("ORDRSP:D:96A:UN", "1", List.of(OutSegment.of("BGM", "231", "1")));
    OutGroup group = new OutGroup("ORDRSP", "OURS:14", "THEIRS:14", "7", "D:96A", List.of(set));

    String written = text(writer.write(plain("3", group).inEdifact("UNOA", false)));

    assertThat(written)
        .contains("'UNG+ORDRSP+OURS:14+THEIRS:14+261121:0905+7+UN+D:96A'UNH+1+")
        .endsWith("'UNT+3+1'UNE+1+7'UNZ+1+42'");
  }

  @Test
  void delimitersInDataAreReleasedNeverReplaced() {
    OutSegment text = OutSegment.of("FTX", "AAI", "", "", List.of("1+1'?:*", "b"));

    WrittenInterchange three =
        writer.write(interchange("3", Delimiters.edifact(), text).inEdifact("UNOC", true));
    WrittenInterchange four =
        writer.write(interchange("4", Delimiters.edifact(), text).inEdifact("UNOC", true));

    assertThat(three.findings()).isEmpty();
    assertThat(text(three)).startsWith("UNA:+.? 'UNB+UNOC:3+").contains("FTX+AAI+++1?+1?'???:*:b'");
    assertThat(text(four))
        .startsWith("UNA:+.?*'UNB+UNOC:4+4012345000009:14+5412345000013:14+20261121:0905+")
        .contains("FTX+AAI+++1?+1?'???:?*:b'");
  }

  @Test
  void otherServiceCharactersBringTheirUna() {
    Delimiters partners = new Delimiters('|', "~", '^', '*', '!', "\r\n");
    OutSegment text = OutSegment.of("FTX", "AAI", "", "", "a+b'c|d");

    String written = text(writer.write(interchange("3", partners, text).inEdifact("UNOC", false)));

    assertThat(written)
        .startsWith("UNA^|.! ~\r\nUNB|UNOC^3|")
        .contains("~\r\nFTX|AAI|||a+b'c!|d~\r\n");
  }

  @Test
  void charactersThatTheSetDoesNotHaveAreReplacedAndReported() {
    OutSegment text = OutSegment.of("FTX", "AAI", "", "", "M\u00fcller \u0416\u0001");

    WrittenInterchange latin =
        writer.write(interchange("3", Delimiters.edifact(), text).inEdifact("UNOC", false));
    WrittenInterchange basic =
        writer.write(interchange("3", Delimiters.edifact(), text).inEdifact("UNOA", false));
    WrittenInterchange wide =
        writer.write(interchange("4", Delimiters.edifact(), text).inEdifact("UNOY", false));

    assertThat(text(latin)).contains("FTX+AAI+++M\u00fcller   '");
    assertThat(latin.findings()).singleElement().extracting(Finding::name).isEqualTo("FTX04");
    assertThat(text(basic)).contains("FTX+AAI+++M        '");
    assertThat(new String(wide.bytes(), StandardCharsets.UTF_8))
        .contains("FTX+AAI+++M\u00fcller \u0416 '");
  }

  @Test
  void whatNoEnvelopeCanHoldIsRefused() {
    OutSegment bgm = OutSegment.of("BGM", "231", "1");

    assertThatThrownBy(
            () ->
                writer.write(interchange("5", Delimiters.edifact(), bgm).inEdifact("UNOC", false)))
        .isInstanceOf(EdiWriteException.class)
        .hasMessageContaining("no syntax");
    OutSet set = new OutSet("ORDRSP:D:96A:UN", "123456789012345", List.of(bgm));
    assertThatThrownBy(
            () -> writer.write(plain("3", OutGroup.none(List.of(set))).inEdifact("UNOC", false)))
        .isInstanceOf(EdiWriteException.class)
        .hasMessageContaining("UNH01");
  }

  @Property(tries = 200)
  void whateverIsWrittenIsReadBack(@ForAll List<String> values) {
    OutSegment segment = new OutSegment("FTX", List.of("AAI", values));

    WrittenInterchange written =
        writer.write(interchange("4", Delimiters.edifact(), segment).inEdifact("UNOY", false));

    assertThat(reader.read(written.bytes()).interchanges()).hasSize(1);
  }

  private static OutboundInterchange interchange(
      String version, Delimiters delimiters, OutSegment... body) {
    OutSet set = new OutSet("ORDRSP:D:96A:UN:EAN005", "1", List.of(body));
    return new OutboundInterchange(
        new EdiAddress("14", "4012345000009"),
        new EdiAddress("14", "5412345000013"),
        version,
        "42",
        true,
        true,
        STAMP,
        delimiters,
        List.of(OutGroup.none(List.of(set))));
  }

  private static OutboundInterchange plain(String version, OutGroup group) {
    return new OutboundInterchange(
        EdiAddress.of("OURS"),
        EdiAddress.of("THEIRS"),
        version,
        "42",
        false,
        false,
        STAMP,
        Delimiters.edifact(),
        List.of(group));
  }

  private static String text(WrittenInterchange written) {
    return new String(written.bytes(), StandardCharsets.ISO_8859_1);
  }
}
