package io.quayside.order.message;

import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Tax;
import java.util.List;

/** What accounting booked. Queue {@code accounting.posted}. */
public record Posted(
    String requestId,
    String kind,
    String orderId,
    String shipmentId,
    String tag,
    String credit,
    String creditReason,
    Invoice invoice) {

  /** The invoice raised, null for kind {@code sales-order}. Dates are local business dates. */
  public record Invoice(
      String number,
      String date,
      String dueDate,
      String currency,
      List<PostToAccounting.Billed> lines,
      List<AllowanceOrCharge> allowancesAndCharges,
      List<Tax> taxes,
      String net,
      String tax,
      String total) {}
}
