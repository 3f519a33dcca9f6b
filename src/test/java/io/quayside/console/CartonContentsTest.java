package io.quayside.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.order.message.GoodsShipped.Content;
import org.junit.jupiter.api.Test;

class CartonContentsTest {

  private final CartonContents contents = new CartonContents();

  private void say(String line, String quantity, String typed) {
    contents.add(new ShippingDesk.Line(line, "1", quantity, null, null, null, null), "EA", typed);
  }

  @Test
  void partsAndWholeLinesGoWhereThePackerSays() {
    say("10", "60", "1: 40, 2:20");
    say("20", "7", "2");
    assertThat(contents.packages(2))
        .extracting(ShippingDesk.Package::contents)
        .containsExactly(
            java.util.List.of(new Content("10", "1", "40", "EA")),
            java.util.List.of(
                new Content("10", "1", "20", "EA"), new Content("20", "1", "7", "EA")));
  }

  @Test
  void nothingSaidIsNothingSaid() {
    say("10", "60", null);
    assertThat(contents.packages(3)).isNull();
  }

  @Test
  void aLineThatWasLeftOutIsAskedFor() {
    say("10", "60", "1");
    say("20", "7", null);
    assertThatThrownBy(() -> contents.packages(null))
        .isInstanceOf(FulfilmentRefusal.class)
        .hasMessage("Say of line 20 too in which carton it is, or of none.");
  }

  @Test
  void aCartonOfWhichNothingIsSaidIsRefused() {
    say("10", "60", "1:40,3:20");
    assertThatThrownBy(() -> contents.packages(3))
        .hasMessageStartingWith("Cartons [1, 3] are told, but there are 3:");
  }

  @Test
  void otherWordsAreRefusedWithASample() {
    assertThatThrownBy(() -> say("10", "60", "1, 2"))
        .hasMessageContaining("write 2 when all of it is in carton 2, or 1: 40, 2: 20.");
  }
}
