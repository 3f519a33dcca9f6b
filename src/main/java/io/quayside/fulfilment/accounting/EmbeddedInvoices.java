package io.quayside.fulfilment.accounting;

import io.quayside.fulfilment.Invoices;
import io.quayside.order.Orders;
import io.quayside.work.Database;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The invoices over their table. */
@Component
class EmbeddedInvoices implements Invoices {

  private final Database database;
  private final InvoiceRows invoices;
  private final Orders orders;

  EmbeddedInvoices(Database database, InvoiceRows invoices, Orders orders) {
    this.database = database;
    this.invoices = invoices;
    this.orders = orders;
  }

  @Override
  public Optional<Booked> find(String number, boolean test) {
    return invoices.find(number, test);
  }

  @Override
  public Page list(String partner, String orderId, Boolean paid, boolean test, int page, int size) {
    return new Page(
        invoices.list(partner, orderId, paid, test, size, (long) page * size),
        page,
        size,
        invoices.count(partner, orderId, paid, test));
  }

  @Override
  public boolean paid(String number, boolean test, String by) {
    return database.inTransaction(
        () -> {
          boolean booked = invoices.find(number, test).isPresent();
          invoices.paid(number, test, by);
          boolean ordered = orders.paid(number, test, by);
          return booked || ordered;
        });
  }
}
