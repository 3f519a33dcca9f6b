package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.MutableClock;
import io.quayside.order.Answers;
import io.quayside.order.OrderViews;
import io.quayside.order.OrderViews.LineView;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.order.Orders;
import io.quayside.order.Orders.NewOrder;
import io.quayside.order.Orders.Placed;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.message.CarrierStatus;
import io.quayside.order.message.GoodsReceived;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.GoodsShipped.Packed;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.order.message.ReserveStock;
import io.quayside.order.message.ShipGoods;
import io.quayside.order.message.StockReserved;
import io.quayside.order.message.SupplierStatus;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import io.quayside.work.Inbox;
import io.quayside.work.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The order's way on a real database without a broker: the desk reads the outbox, gives the
 * messages of the order back to it, and plays the four endpoints.
 */
final class OrderDesk implements AutoCloseable {

  /** Not a configuration that a scan finds: the whole hub scans the test classes too. */
  @ImportAutoConfiguration({
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @ComponentScan(
      basePackages = {"io.quayside.work", "io.quayside.order"},
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = "io\\.quayside\\.work\\.(Relay|Sweeper|Failures)|.*(Test|Desk).*"))
  static class Parts {}

  /** A message as it left. */
  record Sent(String queue, JsonNode body) {}

  private record Row(String id, String queue, String destination, String body) {}

  static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  final MutableClock clock = new MutableClock(START, ZoneId.of("UTC"));
  final FakeTerms terms = new FakeTerms();
  final FakeCatalogue catalogue = new FakeCatalogue();

  /** Stock units by SKU; the test area's by {@code test/<sku>}. */
  final Map<String, BigDecimal> stock = new HashMap<>();

  /** Why the packer could not pick them. */
  String shortReason = "not on the shelf";

  /** How much of each line cannot be found when it is picked. */
  final Map<String, String> shortPicks = new HashMap<>();

  final List<Sent> sent = new ArrayList<>();
  final List<String> destinations = new ArrayList<>();
  String credit = "ok";
  boolean warehouseOpen = true;

  /** Answers of inventory that are on their way, while {@code inventorySlow}. */
  final List<StockReserved> late = new ArrayList<>();

  boolean inventorySlow;

  private final ConfigurableApplicationContext context;
  private final ObjectMapper mapper;
  private int shipments;
  private int invoices;

  OrderDesk(Path home, String... properties) {
    List<String> all = new ArrayList<>(List.of(properties));
    all.addAll(
        List.of(
            "--quayside.home=" + home,
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn"));
    context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .initializers(
                fresh -> {
                  fresh.getBeanFactory().registerSingleton("clock", clock);
                  fresh.getBeanFactory().registerSingleton("terms", terms);
                  fresh.getBeanFactory().registerSingleton("catalogue", catalogue);
                })
            .run(all.toArray(String[]::new));
    mapper = context.getBean(ObjectMapper.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Placed place(PurchaseOrder order) {
    return place(order, "doc-" + order.poNumber(), false);
  }

  Placed place(PurchaseOrder order, String documentId, boolean test) {
    return bean(Orders.class)
        .place(new NewOrder(order, "acme", documentId, "folder", test, clock.instant()));
  }

  /** Places an order and lets everything happen that can. */
  String run(PurchaseOrder order) {
    String id = place(order).orderId();
    settle();
    return id;
  }

  void settle() {
    List<Row> rows;
    while (!(rows = ready()).isEmpty()) {
      rows.forEach(this::handle);
    }
  }

  private List<Row> ready() {
    return bean(Database.class)
        .read()
        .sql("SELECT id, queue, destination, body FROM outbox WHERE state = 'ready' ORDER BY id")
        .query(
            (row, n) ->
                new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }

  private void handle(Row row) {
    OrderSteps steps = bean(OrderSteps.class);
    switch (row.queue()) {
      case "order.accept" -> steps.accept(read(row.body(), OrderCommand.class), row.id());
      case "order.due" -> steps.due(read(row.body(), OrderCommand.class), row.id());
      default -> {
        bean(Database.class)
            .inTransaction(
                () -> {
                  bean(Inbox.class).accept(row.queue(), row.id());
                });
        sent.add(new Sent(row.queue(), read(row.body(), JsonNode.class)));
        destinations.add(row.destination());
        play(row);
      }
    }
  }

  private void play(Row row) {
    switch (row.queue()) {
      case "inventory.reserve" -> reserve(read(row.body(), ReserveStock.class));
      case "accounting.post" -> post(read(row.body(), PostToAccounting.class));
      case "inventory.ship" -> {
        if (warehouseOpen) {
          pack(read(row.body(), ShipGoods.class));
        }
      }
      default -> {}
    }
  }

  private void reserve(ReserveStock wanted) {
    List<StockReserved.Held> held = new ArrayList<>();
    for (ReserveStock.Wanted line : wanted.lines()) {
      String key = (wanted.test() ? "test/" : "") + line.sku();
      BigDecimal there = stock.getOrDefault(key, BigDecimal.ZERO);
      BigDecimal n = new BigDecimal(line.quantity());
      if (wanted.kind().equals("release")) {
        stock.put(key, there.add(n));
        continue;
      }
      BigDecimal taken = n.min(there);
      stock.put(key, there.subtract(taken));
      held.add(
          new StockReserved.Held(
              line.lineNumber(),
              line.scheduleId(),
              "MAIN",
              Columns.text(taken),
              line.unit(),
              null,
              null));
    }
    if (!held.isEmpty() && inventorySlow) {
      late.add(new StockReserved(wanted.requestId(), wanted.orderId(), held));
    } else if (!held.isEmpty()) {
      answer(new StockReserved(wanted.requestId(), wanted.orderId(), held));
    }
  }

  void answer(StockReserved reserved) {
    bean(OrderSteps.class).recordReservation(reserved, id());
  }

  private void post(PostToAccounting post) {
    Posted.Invoice invoice =
        post.kind().equals("sales-order")
            ? null
            : new Posted.Invoice(
                "INV-" + (1001 + invoices++),
                "2026-11-23",
                "2026-12-23",
                post.currency(),
                post.lines(),
                post.allowancesAndCharges(),
                post.taxes(),
                post.amount(),
                "0",
                post.amount());
    bean(OrderSteps.class)
        .recordPosting(
            new Posted(
                post.requestId(),
                post.kind(),
                post.orderId(),
                post.shipmentId(),
                post.tag(),
                invoice == null ? credit : null,
                "hold".equals(credit) ? "Limit 100.00 USD, open 120.00 USD." : null,
                invoice),
            id());
  }

  void pack(ShipGoods wanted) {
    List<Packed> packed =
        wanted.lines().stream()
            .map(
                pick -> {
                  BigDecimal missing =
                      new BigDecimal(shortPicks.getOrDefault(pick.lineNumber(), "0"));
                  return new Packed(
                      pick.lineNumber(),
                      pick.scheduleId(),
                      pick.sku(),
                      Columns.text(new BigDecimal(pick.quantity()).subtract(missing)),
                      pick.unit(),
                      List.of(),
                      List.of(),
                      null,
                      null,
                      missing.signum() == 0 ? null : Columns.text(missing),
                      missing.signum() == 0 ? null : shortReason);
                })
            .toList();
    shortPicks.clear();
    packed(shipment("S-" + (++shipments), wanted.requestId(), wanted.orderId(), packed));
  }

  GoodsShipped shipment(String id, String requestId, String orderId, List<Packed> lines) {
    return new GoodsShipped(
        id,
        requestId,
        orderId,
        "MAIN",
        clock.instant(),
        "warehouse",
        "UPSN",
        null,
        null,
        lines,
        List.of());
  }

  void packed(GoodsShipped goods) {
    bean(OrderSteps.class).recordShipment(goods, id());
  }

  /** The warehouse packs all that it was asked for while it was closed. */
  void openWarehouse() {
    warehouseOpen = true;
    packLast(all("inventory.ship").size());
  }

  /** The warehouse packs what it was asked for the last few times. */
  void packLast(int count) {
    List<JsonNode> asked = all("inventory.ship");
    asked
        .subList(asked.size() - count, asked.size())
        .forEach(body -> pack(convert(body, ShipGoods.class)));
    settle();
  }

  void receive(String sku, String quantity) {
    stock.merge(sku, new BigDecimal(quantity), BigDecimal::add);
    bean(OrderSteps.class)
        .recordGoodsReceived(
            new GoodsReceived(
                id(), false, List.of(new GoodsReceived.Item(sku, "MAIN", quantity, "EA", null))),
            id());
    settle();
  }

  void carrier(String shipmentId, String orderId, String status) {
    bean(OrderSteps.class)
        .recordCarrierStatus(
            new CarrierStatus(
                shipmentId,
                orderId,
                status,
                clock.instant(),
                "last-mile",
                null,
                "UPSN",
                "1Z1",
                null,
                null,
                null),
            id());
    settle();
  }

  void supplier(SupplierStatus status) {
    bean(OrderSteps.class).recordSupplierStatus(status, id());
    settle();
  }

  /** Moves the clock and lets the alarms ring that are due. */
  void advance(Duration duration) {
    clock.advance(duration);
    Database database = bean(Database.class);
    List<Map<String, Object>> due =
        database
            .read()
            .sql("SELECT timer_key, message FROM timer WHERE due_at <= ? ORDER BY due_at")
            .param(Columns.micros(clock.instant()))
            .query()
            .listOfRows();
    for (Map<String, Object> timer : due) {
      database
          .write()
          .sql("DELETE FROM timer WHERE timer_key = ?")
          .param(timer.get("timer_key"))
          .update();
      JsonNode message = read(timer.get("message").toString(), JsonNode.class);
      bean(OrderSteps.class).due(read(message.path("body").asText(), OrderCommand.class), id());
    }
    settle();
  }

  OrderView view(String orderId) {
    return bean(OrderViews.class).find(orderId).orElseThrow();
  }

  LineView line(String orderId, String number) {
    return view(orderId).lines().stream()
        .filter(line -> line.lineNumber().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** {@code accepted backordered rejected cancelled shipped invoiced} of a line. */
  String ledger(String orderId, String number) {
    LineView line = line(orderId, number);
    return String.join(
        " ",
        line.accepted(),
        line.backordered(),
        line.rejected(),
        line.cancelled(),
        line.shipped(),
        line.invoiced());
  }

  Answers.ConfirmedLine confirmed(String orderId, String number) {
    return bean(Answers.class).confirmation(orderId).orElseThrow().lines().stream()
        .filter(line -> line.lineNumber().equals(number))
        .findFirst()
        .orElseThrow();
  }

  List<String> queues() {
    return sent.stream()
        .map(Sent::queue)
        .filter(queue -> !queue.equals("order.events") && !queue.equals("order.received"))
        .toList();
  }

  List<JsonNode> all(String queue) {
    return sent.stream().filter(s -> s.queue().equals(queue)).map(Sent::body).toList();
  }

  JsonNode only(String queue) {
    assertThat(all(queue)).as(queue).hasSize(1);
    return all(queue).get(0);
  }

  List<Problems.Problem> problems() {
    return bean(Problems.class)
        .list(new Problems.Query(null, null, null, true, null, 0, 50))
        .items();
  }

  <T> T convert(JsonNode body, Class<T> type) {
    return mapper.convertValue(body, type);
  }

  String id() {
    return bean(Ids.class).next();
  }

  private <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
