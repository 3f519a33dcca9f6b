package io.quayside.fulfilment;

import io.quayside.order.message.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The invoices and credit notes that the embedded accounting raised. Amounts are decimal strings.
 */
public interface Invoices {

  /**
   * An invoice; {@code kind} is what it bills: {@code shipment}, {@code order} or {@code credit}.
   */
  record Booked(
      String number,
      String kind,
      String orderId,
      String poNumber,
      String partner,
      String customer,
      String shipmentId,
      boolean test,
      Posted.Invoice invoice,
      Instant bookedAt,
      Instant paidAt,
      String paidBy) {}

  /** A page, the newest first; page from 0. */
  record Page(List<Booked> items, int page, int size, long total) {}

  Optional<Booked> find(String number, boolean test);

  /** Invoices, of one partner, of one order, or only the open ones; null means any. */
  Page list(String partner, String orderId, Boolean paid, boolean test, int page, int size);

  /**
   * Books the payment of an invoice, also of one that an external accounting raised, and takes it
   * into the order; false when it is unknown. Paid twice stays paid once.
   */
  boolean paid(String number, boolean test, String by);
}
