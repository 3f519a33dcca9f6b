package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.order.OrderViews.LineView;
import io.quayside.order.OrderViews.ShipmentView;
import io.quayside.order.Orders;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However an order is delivered, picked short, brought back and cancelled: its invoices less its
 * credit notes are what it says of the goods that the customer keeps, to the cent.
 */
class BillingHistoryTest {

  private static final int HISTORIES = 40;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A line of the order, and what it says beside the price. */
  private record Told(
      String number, BigDecimal ordered, BigDecimal price, BigDecimal per, Beside beside) {

    BigDecimal worth(BigDecimal quantity) {
      return quantity.multiply(price).divide(per);
    }
  }

  /**
   * An amount off, a percentage off, a rate for each, a tax in percent and a tax in all; or null.
   */
  private record Beside(
      BigDecimal off, BigDecimal percentOff, BigDecimal each, BigDecimal taxRate, BigDecimal tax) {}

  @TempDir Path home;
  private OrderDesk desk;

  @BeforeEach
  void open() {
    desk = new OrderDesk(home);
    desk.catalogue.add("P-1", null, null, "stock");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void invoicesLessCreditsAreWhatTheOrderSaysOfTheGoodsKept() {
    for (int seed = 1; seed <= HISTORIES; seed++) {
      Random random = new Random(seed);
      List<Told> lines = new ArrayList<>();
      for (int line = 1; line <= 1 + random.nextInt(3); line++) {
        lines.add(
            new Told(
                String.valueOf(line),
                BigDecimal.valueOf(1 + random.nextInt(60)),
                BigDecimal.valueOf(1 + random.nextInt(99_999), random.nextInt(4)),
                random.nextBoolean() ? BigDecimal.ONE : HUNDRED,
                beside(random)));
      }
      Beside header = beside(random);
      String id = run(seed, lines, header, random);
      check(seed, id, lines, header);
    }
  }

  private String run(int seed, List<Told> lines, Beside header, Random random) {
    Sample sample = Sample.order("PO-" + seed);
    for (Told line : lines) {
      sample
          .line(line.number, line.ordered.toPlainString(), "EA", null, "P-1")
          .lastLine(
              json -> {
                json.set(
                    "price",
                    Sample.parse(
                        "{\"amount\":\"%s\",\"per\":\"%s\",\"unit\":\"EA\"}"
                            .formatted(line.price.toPlainString(), line.per.toPlainString())));
                json.set("allowancesAndCharges", Sample.parse(extras(line.beside)));
                json.set("taxes", Sample.parse(taxes("LO", line.beside)));
              });
    }
    sample.with("allowancesAndCharges", extras(header)).with("taxes", taxes("ST", header));
    desk.stock.put("P-1", BigDecimal.valueOf(random.nextInt(60)));
    String id = desk.run(sample.build());
    for (int event = random.nextInt(8); event > 0; event--) {
      happen(id, random);
    }
    return id;
  }

  private void happen(String id, Random random) {
    switch (random.nextInt(5)) {
      case 0, 1 -> desk.receive("P-1", String.valueOf(1 + random.nextInt(40)));
      case 2 -> {
        desk.shortPicks.put("1", "1");
        desk.receive("P-1", "30");
        desk.shortPicks.clear();
      }
      case 3 -> {
        List<ShipmentView> shipments = desk.view(id).shipments();
        if (!shipments.isEmpty()) {
          desk.carrier(shipments.get(random.nextInt(shipments.size())).id(), id, "returned");
        }
      }
      default -> {
        if (random.nextInt(4) == 0 && waits(id)) {
          desk.bean(Orders.class).cancel(id, "no longer wanted", "ann");
          desk.settle();
        }
      }
    }
  }

  private boolean waits(String id) {
    return desk.view(id).lines().stream()
        .anyMatch(line -> new BigDecimal(line.backordered()).signum() > 0);
  }

  private void check(int seed, String id, List<Told> lines, Beside header) {
    BigDecimal billed = BigDecimal.ZERO;
    Map<String, BigDecimal> kept = new HashMap<>();
    Map<String, BigDecimal> amounts = new HashMap<>();
    for (JsonNode post : posts(id)) {
      BigDecimal sign =
          post.path("kind").asText().equals("credit") ? BigDecimal.ONE.negate() : BigDecimal.ONE;
      billed = billed.add(total(post).multiply(sign));
      for (JsonNode line : post.path("lines")) {
        String number = line.path("lineNumber").asText();
        BigDecimal quantity = number(line, "quantity");
        BigDecimal amount = cent(lines.get(Integer.parseInt(number) - 1).worth(quantity));
        assertThat(number(line, "amount")).as("history %d", seed).isEqualByComparingTo(amount);
        kept.merge(number, quantity.multiply(sign), BigDecimal::add);
        amounts.merge(number, amount.multiply(sign), BigDecimal::add);
      }
    }
    Goods all = new Goods(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    for (Told line : lines) {
      BigDecimal quantity = kept.getOrDefault(line.number, BigDecimal.ZERO);
      LineView view = desk.line(id, line.number);
      assertThat(new BigDecimal(view.invoiced()).subtract(new BigDecimal(view.credited())))
          .as("history %d, line %s", seed, line.number)
          .isEqualByComparingTo(quantity);
      Goods goods =
          new Goods(
              quantity,
              amounts.getOrDefault(line.number, BigDecimal.ZERO),
              line.worth(quantity),
              line.worth(line.ordered));
      BigDecimal ofLine = goods.amount.add(goods.extras(line.beside));
      all = all.plus(goods);
      net = net.add(ofLine);
      tax = tax.add(goods.tax(line.beside, ofLine));
    }
    net = net.add(all.extras(header));
    tax = tax.add(all.tax(header, net));
    assertThat(billed).as("history %d", seed).isEqualByComparingTo(net.add(tax));
  }

  private List<JsonNode> posts(String id) {
    return desk.all("accounting.post").stream()
        .filter(post -> post.path("orderId").asText().equals(id))
        .filter(post -> !post.path("kind").asText().equals("sales-order"))
        .toList();
  }

  /** What is kept: how many, what they were billed at, and their worth of that of all ordered. */
  private record Goods(BigDecimal pieces, BigDecimal amount, BigDecimal worth, BigDecimal whole) {

    Goods plus(Goods other) {
      return new Goods(
          pieces.add(other.pieces),
          amount.add(other.amount),
          worth.add(other.worth),
          whole.add(other.whole));
    }

    BigDecimal part(BigDecimal told) {
      return told == null
          ? BigDecimal.ZERO
          : told.multiply(worth).divide(whole, 2, RoundingMode.HALF_UP);
    }

    BigDecimal extras(Beside beside) {
      BigDecimal extras = part(beside.off).negate();
      if (beside.percentOff != null) {
        extras = extras.subtract(cent(amount.multiply(beside.percentOff).divide(HUNDRED)));
      }
      return beside.each == null ? extras : extras.add(cent(pieces.multiply(beside.each)));
    }

    BigDecimal tax(Beside beside, BigDecimal net) {
      BigDecimal tax = part(beside.tax);
      return beside.taxRate == null
          ? tax
          : tax.add(cent(net.multiply(beside.taxRate).divide(HUNDRED)));
    }
  }

  private static BigDecimal total(JsonNode post) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : post.path("lines")) {
      total = total.add(number(line, "amount"));
    }
    for (JsonNode extra : post.path("allowancesAndCharges")) {
      assertThat(number(extra, "amount")).isPositive();
      BigDecimal amount = number(extra, "amount");
      boolean off = extra.path("type").asText().equals("allowance");
      total = off ? total.subtract(amount) : total.add(amount);
    }
    assertThat(number(post, "amount")).isEqualByComparingTo(total);
    for (JsonNode tax : post.path("taxes")) {
      total = total.add(number(tax, "amount"));
    }
    return total;
  }

  private static Beside beside(Random random) {
    return new Beside(
        some(random, 2, 999),
        some(random, 1, 99),
        some(random, 3, 999),
        some(random, 3, 9_999),
        some(random, 2, 9_999));
  }

  private static BigDecimal some(Random random, int scale, int most) {
    return random.nextInt(3) == 0 ? BigDecimal.valueOf(1 + random.nextInt(most), scale) : null;
  }

  private static String extras(Beside beside) {
    List<String> extras = new ArrayList<>();
    if (beside.off != null) {
      extras.add("{\"type\":\"allowance\",\"amount\":\"%s\"}".formatted(beside.off));
    }
    if (beside.percentOff != null) {
      extras.add("{\"type\":\"allowance\",\"percent\":\"%s\"}".formatted(beside.percentOff));
    }
    if (beside.each != null) {
      extras.add("{\"type\":\"charge\",\"rate\":\"%s\"}".formatted(beside.each));
    }
    return extras.toString();
  }

  private static String taxes(String code, Beside beside) {
    List<String> taxes = new ArrayList<>();
    if (beside.taxRate != null) {
      taxes.add("{\"code\":\"%s\",\"rate\":\"%s\"}".formatted(code, beside.taxRate));
    }
    if (beside.tax != null) {
      taxes.add("{\"code\":\"%sF\",\"amount\":\"%s\"}".formatted(code, beside.tax));
    }
    return taxes.toString();
  }

  private static BigDecimal number(JsonNode of, String field) {
    return new BigDecimal(of.path(field).asText());
  }

  private static BigDecimal cent(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.HALF_UP);
  }
}
