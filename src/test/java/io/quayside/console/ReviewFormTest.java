package io.quayside.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was odd is said in the words of the page, without pointers and boxes. */
class ReviewFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "poNumber: no number was found. | PO number: no number was found.",
        "/dates/cancelAfter `x`: is no date. | Cancel after `x`: is no date.",
        "dates requestedDelivery (page 1 (72,100,140,112)) `05/04`: which? | Requested delivery (page 1) `05/04`: which?",
        "/lines/0/price/amount `ten`: no number. | Line 1, price `ten`: no number.",
        "Line 2, quantity (page 3 (1,2,3,4)): no quantity. | Line 2, quantity (page 3): no quantity.",
        "/lines/4: quantity 2 x price 3 is 6. | Line 5: quantity 2 x price 3 is 6.",
        "lines: no table of lines was found. | Lines: no table of lines was found.",
        "A sentence without a place. | A sentence without a place."
      })
  void aFieldIsNamedAsOnThePage(String finding, String said) {
    assertThat(ReviewForm.say(finding)).isEqualTo(said);
  }
}
