package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ReadOrdersTest {

  private final ReadOrders orders = new ReadOrders(new Json(new ObjectMapper()));

  @Test
  void theSameTextIsReadOnce() {
    var first = orders.order("A", text("4500", 0));

    assertThat(first.poNumber()).isEqualTo("4500");
    assertThat(orders.order("A", text("4500", 0))).isSameAs(first);
  }

  @Test
  void aChangedTextIsReadAnew() {
    orders.order("A", text("4500", 0));

    assertThat(orders.order("A", text("4501", 0)).poNumber()).isEqualTo("4501");
    assertThat(orders.order("A", text("4500", 0)).poNumber()).isEqualTo("4500");
  }

  @Test
  void twoOrdersOfTheSameTextAreBothKept() {
    var first = orders.order("A", text("4500", 0));
    var second = orders.order("B", text("4500", 0));

    assertThat(second).isEqualTo(first);
    assertThat(orders.order("A", text("4500", 0))).isSameAs(first);
  }

  /**
   * Of three texts of three million characters two are kept: the one not asked for longest goes.
   */
  @Test
  void longOrdersMakeRoomForOneAnother() {
    var first = orders.order("A", text("1", 3_000_000));
    var second = orders.order("B", text("2", 3_000_000));
    orders.order("A", text("1", 3_000_000));
    orders.order("C", text("3", 3_000_000));

    assertThat(orders.order("A", text("1", 3_000_000))).isSameAs(first);
    assertThat(orders.order("B", text("2", 3_000_000))).isEqualTo(second).isNotSameAs(second);
  }

  @Test
  void anOrderLongerThanAllThatIsKeptIsReadEachTime() {
    var long1 = orders.order("A", text("1", 9_000_000));

    assertThat(orders.order("A", text("1", 9_000_000))).isEqualTo(long1).isNotSameAs(long1);
  }

  private static String text(String number, int blanks) {
    return "{\"poNumber\":\"" + number + "\"" + " ".repeat(blanks) + "}";
  }
}
