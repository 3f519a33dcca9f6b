package io.quayside.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.intake.extract.PaperKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which files orders are looked for in. */
class FoundOrdersTest {

  @ParameterizedTest
  @EnumSource(Format.class)
  void whatIsMadeForPeopleIsRead(Format format) {
    boolean paper = PaperFiles.kind(new Recognition.Recognised(format, "html", null)).isPresent();
    assertThat(FoundOrders.reads(format)).isEqualTo(paper || data(format));
  }

  private static boolean data(Format format) {
    return switch (format) {
      case XML, JSON, IDOC, CSV -> true;
      default -> false;
    };
  }

  @Test
  void aPictureIsRead() {
    assertThat(FoundOrders.reads(Format.PICTURE)).isTrue();
    assertThat(PaperKind.PICTURE.drawn()).as("a person fills in what we could not read").isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "'Dear team,' ~ false",
        "'Purchase order;;;' ~ false",
        "'po,sku,qty' ~ true",
        "'po;sku' ~ true",
        "'a | b' ~ true",
        "'Hello' ~ false"
      })
  void aHeadingHasTwoColumnsAtLeast(String first, boolean table) {
    assertThat(FoundOrders.hasColumns((first + "\nand so on, and on\n").getBytes(UTF_8)))
        .isEqualTo(table);
  }
}
