package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.order.OrderRefusal;
import io.quayside.order.Orders.Decision;
import org.junit.jupiter.api.Test;

/** PRI+AAA:24.10:::100:PCE: a price of a person's for one piece or for a hundred. */
class DecidedPriceTest {

  private static String amount(String price, String per, String own) {
    Decision decision =
        new Decision("1", null, null, null, null, null, null, price, per, null, null, null);
    return DecidedPrice.amount("1", decision, own, "PCE");
  }

  @Test
  void aPriceForOneIsWrittenForAsManyAsTheLinesOwn() {
    assertThat(amount("0.241", "1", "100")).isEqualTo("24.10");
    assertThat(amount("24.10", "100", "100")).isEqualTo("24.10");
    assertThat(amount("25", "100", null)).isEqualTo("0.25");
    assertThat(amount("4.25", null, "1")).isEqualTo("4.25");
  }

  @Test
  void aPriceThatMayBeForOneOrForAHundredIsRefused() {
    assertThatThrownBy(() -> amount("0.241", null, "100"))
        .isInstanceOf(OrderRefusal.class)
        .hasMessage(
            "Line 1: its price is for 100 PCE. Say how many the 0.241 is for: per 1, or per 100.");
  }

  @Test
  void aPriceIsForAtLeastOne() {
    assertThatThrownBy(() -> amount("1", "0", null))
        .hasMessage("Line 1: per \"0\": a price is for at least one.");
  }
}
