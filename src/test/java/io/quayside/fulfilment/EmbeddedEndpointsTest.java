package io.quayside.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import io.quayside.order.Catalogue;
import io.quayside.order.Terms;
import io.quayside.order.canonical.ItemId;
import io.quayside.order.canonical.Price;
import io.quayside.order.message.CarrierStatus;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.order.message.ReserveStock;
import io.quayside.order.message.ShipByCarrier;
import io.quayside.order.message.ShipGoods;
import io.quayside.order.message.StockReserved;
import io.quayside.order.message.SupplierStatus;
import io.quayside.partner.Partners;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The four endpoints, spoken to over their queues; all confirm automatically. */
class EmbeddedEndpointsTest {

  private static final String PARTNER =
      """
      id: acme
      name: Acme Inc
      zone: America/Chicago
      identifiers: [{scheme: x12, qualifier: "ZZ", value: ACMEEDI}]
      channels: {out: {kind: folder}}
      locations: {"0042": {name: Acme Store 42}}
      agreement: {creditLimit: 1000, netDays: 45}
      items: {match: [buyer, vendor, gtin], crossReference: {"A1": "W-001"}}
      """;

  private static final String SUPPLIER =
      """
      id: bolts-inc
      name: Bolts Inc
      roles: [supplier]
      identifiers: [{scheme: x12, qualifier: "ZZ", value: BOLTS}]
      we: {scheme: x12, qualifier: "ZZ", value: QUAYSIDE}
      channels: {out: {kind: folder}}
      """;

  private static TestHub hub;
  private static SentMessages sent;

  @BeforeAll
  static void start() {
    hub = TestHub.start();
    sent = new SentMessages(hub.bean(Database.class), hub.bean(ObjectMapper.class));
    hub.bean(Partners.class).save("acme", PARTNER, "tester", null);
    hub.bean(Partners.class).save("bolts-inc", SUPPLIER, "tester", null);
    hub.bean(Inventory.class)
        .importCsv(
            """
            sku,description,onHand,gtin,caseGtin,supplier,leadTimeDays
            W-001,Blue widget,60,012345678905,10012345678902,bolts-inc,10
            W-002,Bracket 9 mm,5,5412345000013,,,
            W-003,Bracket 12 mm,5,5412345000013,,somebody,10
            FEW,,60,,,,
            """
                .getBytes(StandardCharsets.UTF_8),
            "tester");
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static void tell(String queue, Object body) throws Exception {
    String text = hub.bean(ObjectMapper.class).writeValueAsString(body);
    try (JMSContext jms = hub.bean(ConnectionFactory.class).createContext()) {
      JMSProducer producer = jms.createProducer();
      producer.setProperty("hub_message_id", hub.bean(Ids.class).next());
      producer.send(jms.createQueue(queue), text);
    }
    hub.awaitIdle();
  }

  private static ReserveStock reserve(String request, String quantity, boolean test) {
    return new ReserveStock(
        request,
        "reserve",
        "order-" + request,
        "PO",
        "acme",
        null,
        test,
        List.of(new ReserveStock.Wanted("10", "1", "W-001", null, quantity, "EA", null, null)));
  }

  private static ShipGoods ship(
      String request, String order, String sku, String quantity, boolean test) {
    return new ShipGoods(
        request,
        order,
        "PO",
        "SO-1",
        "acme",
        null,
        test,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(
            new ShipGoods.Pick(
                "10", "1", sku, null, List.of(), null, quantity, "EA", List.of(), List.of(),
                List.of())));
  }

  private static PostToAccounting post(
      String request, String kind, String order, String quantity, boolean test) {
    return new PostToAccounting(
        request,
        kind,
        order,
        "PO",
        null,
        "SO-1",
        "SH-9",
        "acme",
        null,
        null,
        test,
        "accounts-receivable",
        "USD",
        List.of(),
        null,
        List.of(
            new PostToAccounting.Billed(
                "10",
                "1",
                "W-001",
                null,
                quantity,
                "EA",
                new Price("12.50", "100", "EA", "HP", null),
                null)),
        List.of(),
        List.of(),
        null);
  }

  @Test
  void stockInTheTestAreaIsHeldAndPackedAtOnceAndLiveStockStays() throws Exception {
    tell("test.inventory.reserve", reserve("test-1", "80", true));
    assertThat(
            sent.one("inventory.reserved", "order-test-1", StockReserved.class)
                .lines()
                .get(0)
                .reserved())
        .isEqualTo("60");
    tell("test.inventory.ship", ship("test-2", "order-test-1", "W-001", "60", true));
    GoodsShipped shipped = sent.one("inventory.shipped", "order-test-1", GoodsShipped.class);
    assertThat(shipped.shipmentId()).startsWith("TEST-SH-");
    assertThat(shipped.confirmedBy()).isEqualTo("automatic");
    assertThat(shipped.lines().get(0).quantity()).isEqualTo("60");
    assertThat(hub.bean(Inventory.class).item("W-001", true).orElseThrow().onHand()).isEqualTo("0");
    assertThat(hub.bean(Inventory.class).item("W-001", false).orElseThrow().onHand())
        .isEqualTo("60");
  }

  @Test
  void whatIsNotInStockIsShortAndNeverSaidToBePacked() throws Exception {
    tell("inventory.ship", ship("much", "order-much", "FEW", "1000", false));
    GoodsShipped.Packed packed =
        sent.one("inventory.shipped", "order-much", GoodsShipped.class).lines().get(0);
    assertThat(packed.quantity()).isEqualTo("60");
    assertThat(packed.shortQuantity()).isEqualTo("940");
    assertThat(packed.shortReason()).isEqualTo("not in stock");
  }

  @Test
  void anInvoiceHasItsNumberDatesAndSumAndIsRaisedOnce() throws Exception {
    tell("accounting.post", post("inv-1", "shipment", "order-inv", "5000", false));
    tell("accounting.post", post("inv-1", "shipment", "order-inv", "5000", false));
    List<Posted> answers = sent.to("accounting.posted", "order-inv", Posted.class);
    assertThat(answers).hasSize(2);
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
    Posted.Invoice invoice = answers.get(0).invoice();
    assertThat(invoice.number()).matches("INV-1\\d{3}");
    assertThat(invoice.date()).isEqualTo("2026-11-23");
    assertThat(invoice.dueDate()).isEqualTo("2027-01-07");
    assertThat(invoice.total()).isEqualTo("625.00");

    Invoices invoices = hub.bean(Invoices.class);
    assertThat(invoices.find(invoice.number(), true)).isEmpty();
    assertThat(invoices.paid(invoice.number(), false, "pat")).isTrue();
    assertThat(invoices.paid(invoice.number(), false, "pat")).isTrue();
    assertThat(invoices.paid("INV-9", false, "pat")).isFalse();
    assertThat(invoices.find(invoice.number(), false).orElseThrow().paidBy()).isEqualTo("pat");
  }

  @Test
  void anInvoiceOfTheTestAreaHasANumberOfItsOwn() throws Exception {
    tell("test.accounting.post", post("inv-t", "shipment", "order-inv-t", "100", true));
    Posted.Invoice invoice = sent.one("accounting.posted", "order-inv-t", Posted.class).invoice();
    assertThat(invoice.number()).isEqualTo("TEST-INV-1001");
    assertThat(hub.bean(Invoices.class).find("TEST-INV-1001", true)).isPresent();
  }

  @Test
  void anOrderBeyondTheCreditLimitIsHeldInWords() throws Exception {
    tell("test.accounting.post", post("cr-1", "sales-order", "order-cr-1", "6000", true));
    assertThat(sent.one("accounting.posted", "order-cr-1", Posted.class).credit()).isEqualTo("ok");
    tell("test.accounting.post", post("cr-2", "sales-order", "order-cr-2", "4000", true));
    Posted held = sent.one("accounting.posted", "order-cr-2", Posted.class);
    assertThat(held.credit()).isEqualTo("hold");
    assertThat(held.creditReason()).startsWith("Credit limit 1000.00 USD: ").contains("500.00");
  }

  @Test
  void aSupplierThatIsNoPartnerConfirmsByItsLeadTimeAndGoodsAreReceivedAgainstIt()
      throws Exception {
    tell("supplier.order", supplierOrder("PO-7", "somebody", "W-003"));
    SupplierStatus confirmed = sent.one("supplier.status", "PO-7", SupplierStatus.class);
    assertThat(confirmed.status()).isEqualTo("confirmed");
    assertThat(confirmed.orderId()).isEqualTo("order-7");
    assertThat(confirmed.lines().get(0).date()).isEqualTo("2026-12-03");

    SupplierOrders orders = hub.bean(SupplierOrders.class);
    orders.receive("PO-7", false, List.of(new SupplierOrders.Goods("1", null, "15")), "tester");
    assertThat(orders.find("PO-7", false).orElseThrow().status()).isEqualTo("confirmed");
    orders.receive("PO-7", false, List.of(new SupplierOrders.Goods("1", null, "25")), "tester");
    assertThat(orders.find("PO-7", false).orElseThrow().status()).isEqualTo("received");
    assertThat(sent.to("supplier.status", "PO-7", SupplierStatus.class))
        .extracting(SupplierStatus::status)
        .containsExactly("confirmed", "received", "received");
    assertThat(hub.bean(Inventory.class).item("W-003", false).orElseThrow().onHand())
        .isEqualTo("45");
  }

  @Test
  void aDropShipmentIsNeverBookedIntoStockAndIsNotAwaitedOnceItLeft() throws Exception {
    OrderFromSupplier waited = supplierOrder("DS-70", "somebody", "W-001");
    tell(
        "supplier.order",
        new OrderFromSupplier(
            waited.supplierOrder(),
            "drop-ship",
            waited.supplier(),
            null,
            false,
            null,
            waited.customerOrder(),
            null,
            null,
            "USD",
            waited.lines()));
    SupplierOrders orders = hub.bean(SupplierOrders.class);
    Inventory stock = hub.bean(Inventory.class);
    String before = stock.item("W-001", false).orElseThrow().onHand();
    assertThat(orders.list(true, false, 0, 50).items()).extracting("number").contains("DS-70");

    assertThatThrownBy(
            () ->
                orders.receive(
                    "DS-70", false, List.of(new SupplierOrders.Goods("1", null, "2")), "tester"))
        .hasMessageStartingWith("Supplier order DS-70 goes straight to the customer:");
    List<Inventory.Received> goods = List.of(new Inventory.Received("W-001", null, "2", null));
    assertThatThrownBy(() -> stock.receive(goods, "DS-70", false, "tester"))
        .hasMessageStartingWith("Supplier order DS-70 goes straight to the customer:");
    assertThat(stock.item("W-001", false).orElseThrow().onHand()).isEqualTo(before);

    orders.status("DS-70", false, "shipped", null, null, "tester");
    assertThat(orders.list(true, false, 0, 50).items())
        .extracting("number")
        .doesNotContain("DS-70");
    assertThat(orders.list(false, false, 0, 50).items()).extracting("number").contains("DS-70");
  }

  @Test
  void whatCameIsNoLongerOnTheWay() {
    assertThat(line("20", "12", "12").onTheWay()).isNull();
    assertThat(line("20", "4", "12.5").onTheWay()).isEqualTo("8.5");
    assertThat(line("20", "0", null).onTheWay()).isNull();
  }

  private static SupplierOrders.Line line(String ordered, String received, String announced) {
    return new SupplierOrders.Line(
        "1", "W-1", null, ordered, "EA", received, null, announced, null);
  }

  @Test
  void aSupplierThatIsATradingPartnerGetsAPurchaseOrderInsteadOfConfirmingByItself()
      throws Exception {
    tell("supplier.order", supplierOrder("PO-8", "bolts-inc", "W-001"));
    assertThat(sent.to("supplier.status", "PO-8", SupplierStatus.class)).isEmpty();
    assertThat(sent.to("purchase-order.send", "PO-8", Object.class))
        .hasToString("[{supplierOrder=PO-8, test=false}]");
  }

  @Test
  void aReorderOfOurOwnReachesThePartnerWithAllThatIsKnownOfIt() throws Exception {
    OrderFromSupplier waited = supplierOrder("RO-9", "bolts-inc", "W-001");
    OrderFromSupplier order =
        new OrderFromSupplier(
            waited.supplierOrder(),
            "stock",
            waited.supplier(),
            null,
            false,
            null,
            null,
            null,
            null,
            "USD",
            waited.lines());
    tell("supplier.order", order);
    assertThat(sent.to("purchase-order.send", "RO-9", Object.class).toString())
        .contains("facts={order={supplierOrder=RO-9, kind=stock, supplier=bolts-inc");
    assertThat(
            hub.bean(Database.class)
                .read()
                .sql("SELECT state FROM outbox WHERE queue = 'purchase-order.send' AND body LIKE ?")
                .param("%RO-9%")
                .query(String.class)
                .list())
        .containsExactly("done");
  }

  private static OrderFromSupplier supplierOrder(String number, String supplier, String sku) {
    return new OrderFromSupplier(
        number,
        "stock",
        supplier,
        null,
        false,
        null,
        new OrderFromSupplier.CustomerOrder("order-7", "PO", "acme"),
        null,
        null,
        "USD",
        List.of(
            new OrderFromSupplier.Wanted("1", sku, List.of(), null, "40", "EA", null, "10", "1")));
  }

  @Test
  void aShipmentGoesAllTheWayWithATrackingNumber() throws Exception {
    tell(
        "carrier.ship",
        new ShipByCarrier(
            "SH-77", "order-77", "acme", null, false, "MAIN", null, null, null, null, List.of()));
    List<CarrierStatus> steps = sent.to("carrier.status", "SH-77", CarrierStatus.class);
    assertThat(steps)
        .extracting(CarrierStatus::status)
        .containsExactly("booked", "picked-up", "in-transit", "out-for-delivery", "delivered");
    assertThat(steps).extracting(CarrierStatus::tracking).containsOnly("QS0000000001");
    assertThat(hub.bean(Carriage.class).find("SH-77").orElseThrow().status())
        .isEqualTo("delivered");
  }

  @Test
  void anItemIsFoundByTheIdsThatTheAgreementTriesFirst() {
    Terms.Agreed terms = hub.bean(Terms.class).with("acme").orElseThrow();
    assertThat(terms.locations().get("0042").name()).isEqualTo("Acme Store 42");
    assertThat(find(terms, "buyer", "A1")).isEqualTo("W-001");
    assertThat(find(terms, "buyer", "W-001")).isNull();
    assertThat(find(terms, "vendor", "W-002")).isEqualTo("W-002");
    assertThat(find(terms, "gtin", "12345678905")).isEqualTo("W-001");
    assertThat(find(terms, "gtin", "10012345678902")).isEqualTo("W-001");
    assertThat(find(terms, "gtin", "5412345000013")).isNull();
    assertThat(
            hub.bean(Catalogue.class)
                .suggest(List.of(new ItemId("vendor", "VN", "Z-09", null)), "bracket 9"))
        .extracting(Catalogue.Suggestion::sku)
        .containsExactly("W-002", "W-003");
  }

  private static String find(Terms.Agreed terms, String scheme, String value) {
    return hub.bean(Catalogue.class)
        .find(List.of(new ItemId(scheme, null, value, null)), terms)
        .map(Catalogue.Item::sku)
        .orElse(null);
  }
}
