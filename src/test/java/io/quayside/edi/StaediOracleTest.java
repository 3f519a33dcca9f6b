package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An independent reader says the same about our schema files and about right and broken orders. */
class StaediOracleTest {
  /** Puts what is said of the envelope at places below 0. */
  private static final int NO_SET = Integer.MAX_VALUE;

  private final EdiReader reader = new EdiReader(TestSchemas.all());

  static Stream<Arguments> orders() {
    return Stream.of(
        Arguments.of("right", Documents.ORDER),
        Arguments.of("BEG missing", Documents.ORDER.subList(1, Documents.ORDER.size())),
        Arguments.of("no PO1", Documents.ORDER.subList(0, 6)),
        Arguments.of("BEG03 missing", Documents.with(0, "BEG*00*SA***20261120")),
        Arguments.of("BEG01 unknown", Documents.with(0, "BEG*XX*SA*42**20261120")),
        Arguments.of(
            "PO number too long", Documents.with(0, "BEG*00*SA*12345678901234567890123**20261120")),
        Arguments.of("date bad", Documents.with(2, "DTM*002*20261340")),
        Arguments.of("time bad", Documents.with(2, "DTM*002*20261201*2561")),
        Arguments.of("date condition", Documents.with(2, "DTM*002")),
        Arguments.of("qualifier too short", Documents.with(2, "DTM*02*20261201")),
        Arguments.of("quantity no number", Documents.with(6, "PO1*10*1O0*EA*12.50**VP*W-001")),
        Arguments.of("unit missing", Documents.with(6, "PO1*10*100**12.50**VP*W-001")),
        Arguments.of("price with comma", Documents.with(6, "PO1*10*100*EA*12,50**VP*W-001")),
        Arguments.of("pair broken", Documents.with(6, "PO1*10*100*EA*12.50**VP")),
        Arguments.of("basis without price", Documents.with(6, "PO1*10*100*EA**PE*VP*W-001")),
        Arguments.of("N1 without name or id", Documents.with(3, "N1*ST")),
        Arguments.of("two conditions", Documents.with(3, "N1*ST**92")),
        Arguments.of("too many elements", Documents.with(9, "CTT*2*1*1*LB*1*CF*x*y")),
        Arguments.of("N4 twice", Documents.with(5, "N4*Springfield", "N4*Springfield")),
        Arguments.of("unknown segment", Documents.with(1, "REF*DP*038", "ZZZ*1")),
        Arguments.of("stray segment", Documents.with(1, "REF*DP*038", "AK1*PO*77")),
        Arguments.of("wrong order", Documents.with(1, "DTM*002*20261201", "CUR*BY*USD")),
        Arguments.of("exclusion", Documents.with(7, "MEA*WT*WT**LB*1**01*05")),
        Arguments.of("composite component missing", Documents.with(7, "REF*DP*038**DP")),
        Arguments.of("SLN composite", Documents.with(7, "SLN*1**I*2*EA>1>2*1.56*PE")),
        Arguments.of("text", Documents.with(7, "N9*L1*1", "MSG*Handle with care")));
  }

  /** What we say differently on purpose, as `ours`. */
  private static final Map<String, List<String>> INTENDED =
      Map.of(
          // One of several is missing: said once, not for each of them.
          "date condition", List.of("ELEMENT 4.2.0 2"),
          "N1 without name or id", List.of("ELEMENT 5.2.0 2"),
          // A tag that no set has is not recognised; 6 is for a segment of another set.
          "unknown segment", List.of("SEGMENT 4.0.0 1"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void bothReadersFindTheSameErrors(String name, List<String> body) throws Exception {
    byte[] bytes = Documents.order(body);
    TreeSet<String> theirs = staedi(bytes);
    if (INTENDED.containsKey(name)) {
      assertThat(ours(bytes)).as(name).isNotEqualTo(theirs);
      assertThat(ours(bytes)).as(name).containsExactlyElementsOf(INTENDED.get(name));
    } else {
      assertThat(ours(bytes)).as(name).isEqualTo(theirs);
    }
  }

  static Stream<SetSamplesTest.Sample> rightSamples() throws IOException {
    return SetSamplesTest.samples().filter(sample -> sample.finding().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("rightSamples")
  void theSamplesOfAllSetsAreRightForBothReaders(SetSamplesTest.Sample sample) throws Exception {
    Schema schema = schema(sample.standard(), sample.version(), sample.type());

    TreeSet<String> theirs = staedi(schema, sample.bytes());
    // UNH is not ours to describe; staedi does not know the newest directories.
    theirs.removeIf(error -> error.startsWith("ELEMENT 1."));

    // NTE may stand anywhere until 003060: staedi's format has no word for it.
    boolean floating = sample.lines().stream().anyMatch(line -> line.startsWith("NTE*"));
    assertThat(floating && sample.version().compareTo("003060") <= 0 || theirs.isEmpty())
        .as("%s", theirs)
        .isTrue();
  }

  @Test
  void bothReadersAgreeWhichShuffledOrdersAreRight() throws Exception {
    Random random = new Random(850);
    int wrong = 0;
    for (int i = 0; i < 300; i++) {
      List<String> body = new ArrayList<>(Documents.ORDER);
      for (int change = 0; change <= random.nextInt(3); change++) {
        shuffle(body, random);
      }
      byte[] bytes = Documents.order(body);
      boolean theirs = staedi(bytes).isEmpty();
      assertThat(ours(bytes).isEmpty()).as("%s", body).isEqualTo(theirs);
      wrong += theirs ? 0 : 1;
    }
    assertThat(wrong).isBetween(50, 290);
  }

  static void shuffle(List<String> body, Random random) {
    String line = body.get(random.nextInt(body.size()));
    switch (random.nextInt(3)) {
      case 0 -> body.remove(line);
      case 1 -> body.add(random.nextInt(body.size()), line);
      default -> {
        body.remove(line);
        body.add(random.nextInt(body.size() + 1), line);
      }
    }
  }

  private TreeSet<String> ours(byte[] bytes) {
    return ours(reader, bytes);
  }

  /** What we find in the first set, by level, place and code. */
  static TreeSet<String> ours(EdiReader reader, byte[] bytes) {
    TreeSet<String> ours = new TreeSet<>();
    for (Finding finding : Documents.only(reader.read(bytes)).findings()) {
      Position at = finding.position();
      ours.add(
          "%s %d.%d.%d %s"
              .formatted(
                  finding.level(),
                  at.segmentNumber(),
                  at.element(),
                  at.component(),
                  finding.code()));
    }
    return ours;
  }

  static Schema schema(Standard standard, String version, String type) throws Exception {
    String xml = ResolvedSchema.of(TestSchemas.all(), standard, version, type).orElseThrow();
    return SchemaFactory.newFactory()
        .createSchema(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static TreeSet<String> staedi(byte[] bytes) throws Exception {
    return staedi(schema(Standard.X12, "004010", "850"), bytes);
  }

  private static TreeSet<String> staedi(Schema schema, byte[] bytes) throws Exception {
    return staedi(schema, bytes, StaediOracleTest::code);
  }

  /** What staedi finds in the first set, by level, place and code. */
  static TreeSet<String> staedi(
      Schema schema, byte[] bytes, Function<EDIStreamValidationError, String> codes)
      throws Exception {
    TreeSet<String> found = new TreeSet<>();
    EDIInputFactory factory = EDIInputFactory.newFactory();
    int start = NO_SET;
    try (EDIStreamReader edi = factory.createEDIStreamReader(new ByteArrayInputStream(bytes))) {
      while (edi.hasNext()) {
        EDIStreamEvent event = edi.next();
        int segment = edi.getLocation().getSegmentPosition() - start + 1;
        switch (event) {
          case START_TRANSACTION -> {
            edi.setTransactionSchema(schema);
            start = edi.getLocation().getSegmentPosition();
          }
          case END_TRANSACTION -> start = NO_SET;
          case SEGMENT_ERROR ->
              found.add("SEGMENT %d.0.0 %s".formatted(segment, codes.apply(edi.getErrorType())));
          case ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
              found.add(
                  "ELEMENT %d.%d.%d %s"
                      .formatted(
                          segment,
                          edi.getLocation().getElementPosition(),
                          Math.max(0, edi.getLocation().getComponentPosition()),
                          codes.apply(edi.getErrorType())));
          default -> {}
        }
        if (start == NO_SET) {
          found.removeIf(error -> error.contains(" -"));
        }
      }
    }
    return found;
  }

  static String code(EDIStreamValidationError error) {
    return switch (error) {
      case UNRECOGNIZED_SEGMENT_ID, REQUIRED_DATA_ELEMENT_MISSING -> "1";
      case UNEXPECTED_SEGMENT, CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING -> "2";
      case MANDATORY_SEGMENT_MISSING, TOO_MANY_DATA_ELEMENTS -> "3";
      case LOOP_OCCURS_OVER_MAXIMUM_TIMES, DATA_ELEMENT_TOO_SHORT -> "4";
      case SEGMENT_EXCEEDS_MAXIMUM_USE, DATA_ELEMENT_TOO_LONG -> "5";
      case SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET, INVALID_CHARACTER_DATA -> "6";
      case SEGMENT_NOT_IN_PROPER_SEQUENCE, INVALID_CODE_VALUE -> "7";
      case INVALID_DATE -> "8";
      case INVALID_TIME -> "9";
      case EXCLUSION_CONDITION_VIOLATED -> "10";
      case TOO_MANY_REPETITIONS -> "12";
      default -> error.name();
    };
  }
}
