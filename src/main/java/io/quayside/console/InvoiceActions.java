package io.quayside.console;

import io.quayside.fulfilment.Invoices;
import io.quayside.ops.Audit;
import io.quayside.order.OrderViews;
import io.quayside.work.Database;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Books the payment of an order's invoice. */
@Controller
class InvoiceActions {

  private final OrderViews orders;
  private final Invoices invoices;
  private final Database database;
  private final Audit audit;

  InvoiceActions(OrderViews orders, Invoices invoices, Database database, Audit audit) {
    this.orders = orders;
    this.invoices = invoices;
    this.database = database;
    this.audit = audit;
  }

  @PostMapping("/orders/{id}/paid")
  String paid(
      @PathVariable String id,
      @RequestParam String number,
      Principal who,
      RedirectAttributes told) {
    boolean test = orders.find(id).orElseThrow(() -> new NotFound("order", id)).test();
    boolean booked =
        database.inTransaction(
            () -> {
              boolean done = invoices.paid(number, test, who.getName());
              if (done) {
                audit.record(who.getName(), "invoice-paid", "invoice/" + number, null);
              }
              return done;
            });
    told.addFlashAttribute(
        booked ? "done" : "fault",
        booked
            ? "The payment of " + number + " is booked."
            : "Our own accounting does not know the invoice " + number + ".");
    return "redirect:/orders/" + id;
  }
}
