package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIStreamValidationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An independent reader says the same about right and broken EDIFACT orders. */
class EdifactOracleTest {
  private final EdiReader reader = new EdiReader(TestSchemas.all());

  static Stream<Arguments> orders() {
    return Stream.of(
        Arguments.of("right", Messages.ORDER),
        Arguments.of("BGM missing", Messages.ORDER.subList(1, Messages.ORDER.size())),
        Arguments.of("qualifier too long", with(1, "DTM+1370:20261120:102")),
        Arguments.of("qualifier missing", with(1, "DTM+:20261120:102")),
        Arguments.of("number too long", with(0, "BGM+220+123456789012345678901234567890123456+9")),
        Arguments.of("quantity missing", with(5, "QTY+21")),
        Arguments.of("quantity no number", with(5, "QTY+21:1O0:PCE")),
        Arguments.of("too many components", with(5, "QTY+21:100:PCE:X")),
        Arguments.of("too many elements", with(5, "QTY+21:100:PCE+1")),
        Arguments.of("unknown segment", with(5, "QTY+21:100:PCE", "ZZZ+1")),
        Arguments.of("wrong order", with(0, "DTM+137:20261120:102", "BGM+220+1+9")),
        Arguments.of("UNS twice", with(9, "UNS+S", "UNS+S")),
        Arguments.of("released text", with(2, "NAD+BY+5412345000013::9++A?'B?+C?:D??")),
        Arguments.of("LIN level too long", with(4, "LIN+1++4012345678901:EN++001")));
  }

  /** What we say differently on purpose, as `ours`. */
  private static final Map<String, List<String>> INTENDED =
      Map.of(
          // The segment that was missed comes later: that is said at its place as well.
          "wrong order", List.of("SEGMENT 2.0.0 13", "SEGMENT 3.0.0 15"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void bothReadersFindTheSameErrors(String name, List<String> body) throws Exception {
    byte[] bytes = bytes(body);
    if (INTENDED.containsKey(name)) {
      assertThat(ours(bytes)).as(name).isNotEqualTo(staedi(bytes));
      assertThat(ours(bytes)).as(name).containsExactlyElementsOf(INTENDED.get(name));
    } else {
      assertThat(ours(bytes)).as(name).isEqualTo(staedi(bytes));
    }
  }

  @Test
  void bothReadersAgreeWhichShuffledOrdersAreRight() throws Exception {
    Random random = new Random(96);
    int wrong = 0;
    for (int i = 0; i < 150; i++) {
      List<String> body = new ArrayList<>(Messages.ORDER);
      for (int change = 0; change <= random.nextInt(3); change++) {
        StaediOracleTest.shuffle(body, random);
      }
      byte[] bytes = bytes(body);
      boolean theirs = staedi(bytes).isEmpty();
      assertThat(ours(bytes).isEmpty()).as("%s", body).isEqualTo(theirs);
      wrong += theirs ? 0 : 1;
    }
    assertThat(wrong).isBetween(20, 149);
  }

  private static List<String> with(int index, String... lines) {
    List<String> body = new ArrayList<>(Messages.ORDER.subList(0, index));
    body.addAll(List.of(lines));
    body.addAll(Messages.ORDER.subList(index + 1, Messages.ORDER.size()));
    return body;
  }

  private static byte[] bytes(List<String> body) {
    return Documents.bytes(
        Messages.interchange("UNOC:3", "905", Messages.message("1", "ORDERS:D:96A:UN", body)));
  }

  private TreeSet<String> ours(byte[] bytes) {
    return StaediOracleTest.ours(reader, bytes);
  }

  private static TreeSet<String> staedi(byte[] bytes) throws Exception {
    Schema schema = StaediOracleTest.schema(Standard.EDIFACT, "D:96A:UN", "ORDERS");
    return StaediOracleTest.staedi(schema, bytes, EdifactOracleTest::code);
  }

  /** 0085 for what staedi calls by name. */
  static String code(EDIStreamValidationError error) {
    return switch (error) {
      case MANDATORY_SEGMENT_MISSING, REQUIRED_DATA_ELEMENT_MISSING -> "13";
      case UNRECOGNIZED_SEGMENT_ID,
          UNEXPECTED_SEGMENT,
          SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET,
          SEGMENT_NOT_IN_PROPER_SEQUENCE ->
          "15";
      case TOO_MANY_DATA_ELEMENTS, TOO_MANY_COMPONENTS -> "16";
      case SEGMENT_EXCEEDS_MAXIMUM_USE, TOO_MANY_REPETITIONS -> "35";
      case LOOP_OCCURS_OVER_MAXIMUM_TIMES -> "36";
      case INVALID_CHARACTER_DATA -> "37";
      case DATA_ELEMENT_TOO_LONG -> "39";
      case DATA_ELEMENT_TOO_SHORT -> "40";
      default -> error.name();
    };
  }
}
