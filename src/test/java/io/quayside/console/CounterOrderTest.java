package io.quayside.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.fulfilment.Inventory.Item;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.OrderSchema;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class CounterOrderTest {

  private static final OrderSchema SCHEMA = new OrderSchema(new ConfigFiles(null));

  @Test
  void whatWasTypedIsACanonicalOrderPricedFromTheList() {
    MultiValueMap<String, String> typed = someone();
    line(typed, "W-001", "30", "EA");
    line(typed, "", "", "");
    typed.add("date", "2026-12-01");
    typed.add("payment", "cash");
    CounterOrder counter = counter(typed);
    ObjectNode order = counter.order(null, null);
    assertThat(counter.faults()).isEmpty();
    assertThat(SCHEMA.check(order)).isEmpty();
    assertThat(order.toString())
        .isEqualTo(
            "{\"poNumber\":\"F-1\",\"currency\":\"USD\",\"buyer\":{\"role\":\"buyer\",\"name\":\"Jane Roe\"},"
                + "\"shipTo\":{\"role\":\"ship-to\",\"name\":\"Jane Roe\",\"address\":{\"lines\":[\"1 Main St\"],\"city\":\"Springfield\",\"region\":null,\"postalCode\":null,\"country\":null}},"
                + "\"payment\":{\"method\":\"cash\"},\"dates\":{\"requestedDelivery\":\"2026-12-01\"},"
                + "\"lines\":[{\"lineNumber\":\"1\",\"quantity\":\"30\",\"unit\":\"EA\",\"description\":\"Widget\",\"ids\":[{\"scheme\":\"vendor\",\"code\":\"VN\",\"value\":\"W-001\"}],\"price\":{\"amount\":\"12.55\",\"per\":\"100\"}}]}");
    assertThat(counter.total()).as("30 of 12.55 per 100, half up: 3.765").isEqualTo("3.77");
  }

  @Test
  void aCaseHasNoListPriceAndIsPricedWhenItIsDecided() {
    MultiValueMap<String, String> typed = someone();
    line(typed, "W-001", "2", "CA");
    CounterOrder counter = counter(typed);
    assertThat(counter.order(null, null).at("/lines/0").has("price")).isFalse();
    assertThat(counter.total()).isNull();
  }

  @Test
  void allThatIsMissingIsSaidAtOnce() {
    MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
    line(typed, "NONE", "1,5", "");
    line(typed, "W-001", "0", "");
    CounterOrder counter = counter(typed);
    counter.order(null, null);
    assertThat(counter.faults())
        .containsExactly(
            "Say who orders: choose a customer, or type a name.",
            "Say where it goes: choose a place, or type street and city.",
            "Line 1: choose an item; “NONE” is none of ours.",
            "Line 1: “1,5” is no quantity. Give a number above 0, for example 12 or 2.5.",
            "Line 2: “0” is no quantity. Give a number above 0, for example 12 or 2.5.");
  }

  @Test
  void theSameFormIsTheSameOrderHoweverOftenItIsSent() {
    MultiValueMap<String, String> typed = someone();
    typed.add("number", "F-SEEN");
    assertThat(CounterForm.of(typed, "F-NEW").order()).isEqualTo("F-SEEN");
    typed.add("poNumber", "0042");
    assertThat(CounterForm.of(typed, "F-NEW").order()).isEqualTo("0042");
  }

  private static MultiValueMap<String, String> someone() {
    MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
    typed.add("name", "Jane Roe");
    typed.add("street", "1 Main St");
    typed.add("city", "Springfield");
    return typed;
  }

  private static void line(
      MultiValueMap<String, String> typed, String sku, String quantity, String unit) {
    typed.add("sku", sku);
    typed.add("quantity", quantity);
    typed.add("unit", unit);
  }

  private static CounterOrder counter(MultiValueMap<String, String> typed) {
    return new CounterOrder(
        CounterForm.of(typed, "F-1"),
        sku -> sku.equals("W-001") ? Optional.of(item()) : Optional.empty());
  }

  private static Item item() {
    return new Item(
        "W-001", "Widget", "EA", "100", "0", "100", "12.55", "100", "USD", null, null, "CA", "12",
        null, "stock", null, null, null, null, null, null, List.of());
  }
}
