package io.quayside.order.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from terms that are words only: ITD*05***********NET 45~ */
class PaymentTermTest {

  private static PaymentTerm words(String text) {
    return new PaymentTerm(null, null, null, null, null, null, null, text);
  }

  @ParameterizedTest
  @CsvSource({
    "NET 45,,,45",
    "Net 30 days,,,30",
    "N30,,,30",
    "n/60,,,60",
    "2% 10 NET 30,2,10,30",
    "'2% 10, Net 30',2,10,30",
    "2/10 N30,2,10,30",
    "2 10 NET 30,2,10,30",
    "1.5% 15 days net 45 days,1.5,15,45"
  })
  void theUsualWordsAreRead(String text, String percent, Integer within, Integer net) {
    PaymentTerm read = words(text).read();
    assertThat(read.discountPercent()).isEqualTo(percent);
    assertThat(read.discountDays()).isEqualTo(within);
    assertThat(read.netDays()).isEqualTo(net);
    assertThat(read.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NET 10TH PROX",
        "as agreed",
        "NET 30 EOM",
        "2% 10",
        "30",
        "10 NET 30",
        "15 NET 45"
      })
  void otherWordsStayWords(String text) {
    assertThat(words(text).read()).isEqualTo(words(text));
  }

  @Test
  void whatIsToldBesideTheWordsCounts() {
    PaymentTerm told = new PaymentTerm("01", null, null, null, null, 60, null, "NET 30");
    assertThat(told.read().netDays()).isEqualTo(60);
    assertThat(PaymentTerm.first(List.of(words("as agreed"), told), PaymentTerm::netDays))
        .contains(60);
  }
}
