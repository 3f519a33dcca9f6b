package io.quayside.order.message;

import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.PaymentTerm;
import io.quayside.order.canonical.Price;
import io.quayside.order.canonical.Tax;
import java.util.List;

/**
 * What accounting is to book: kind {@code sales-order}, {@code shipment}, {@code order} or {@code
 * credit}. Queue {@code accounting.post}. Amounts in the currency, decimal strings.
 */
public record PostToAccounting(
    String requestId,
    String kind,
    String orderId,
    String poNumber,
    String poDate,
    String salesOrder,
    String shipmentId,
    String partner,
    String customer,
    String company,
    boolean test,
    String tag,
    String currency,
    List<PaymentTerm> terms,
    Integer netDays,
    List<Billed> lines,
    List<AllowanceOrCharge> allowancesAndCharges,
    List<Tax> taxes,
    String amount) {

  /** What is billed of one line; {@code amount} = quantity / per x price, rounded once, half up. */
  public record Billed(
      String lineNumber,
      String scheduleId,
      String sku,
      String description,
      String quantity,
      String unit,
      Price price,
      String amount) {}
}
