package io.quayside.console.api;

import io.quayside.fulfilment.Invoices;
import io.quayside.ops.Audit;
import io.quayside.order.Quantities;
import io.quayside.work.Database;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The invoices that the embedded accounting raised, and their payment. */
@RestController
@RequestMapping("/api/invoices")
class InvoicesApi {

  private final Invoices invoices;
  private final Database database;
  private final Audit audit;
  private final Bodies bodies;

  InvoicesApi(Invoices invoices, Database database, Audit audit, Bodies bodies) {
    this.invoices = invoices;
    this.database = database;
    this.audit = audit;
    this.bodies = bodies;
  }

  @GetMapping
  PageOf<Invoices.Booked> list(
      @RequestParam(required = false) String partner,
      @RequestParam(required = false) String order,
      @RequestParam(required = false) Boolean paid,
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    PageOf.check(page, size);
    Invoices.Page found = invoices.list(partner, order, paid, test, page, size);
    return new PageOf<>(found.items(), page, size, found.total());
  }

  @GetMapping("/{number}")
  Invoices.Booked one(
      @PathVariable String number, @RequestParam(defaultValue = "false") boolean test) {
    return invoices.find(number, test).orElseThrow(() -> ApiProblem.notFound("invoice", number));
  }

  /** What was paid; all of it where no amount is named. */
  record Payment(String amount) {}

  /**
   * Books the payment in full; {@code ?test=true} for the test area. What was paid before stays as
   * it was booked: the answer says when, and by whom.
   */
  @PostMapping("/{number}/paid")
  Invoices.Booked paid(@PathVariable String number, HttpServletRequest request, Principal who) {
    boolean test = String.valueOf(request.getQueryString()).contains("test=true");
    byte[] body = bodies.jsonOrNone(request);
    String amount =
        body.length == 0 ? null : bodies.value(bodies.tree(body), Payment.class).amount();
    database.inTransaction(
        () -> {
          Optional<Invoices.Booked> booked = invoices.find(number, test);
          booked.ifPresent(invoice -> inFull(invoice, amount));
          if (booked.filter(invoice -> invoice.paidAt() != null).isPresent()) {
            return;
          }
          if (!invoices.paid(number, test, who.getName())) {
            throw ApiProblem.notFound("invoice", number);
          }
          audit.record(who.getName(), "invoice-paid", "invoice/" + number, null);
        });
    return one(number, test);
  }

  /** In part an invoice is not paid: it stays open until all of it has come. */
  private static void inFull(Invoices.Booked invoice, String amount) {
    if (amount == null) {
      return;
    }
    if (Quantities.fault(amount, null).isPresent()
        || new BigDecimal(amount).compareTo(new BigDecimal(invoice.invoice().total())) != 0) {
      throw new ApiProblem(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "/amount `%s`: %s is over %s. It is booked when all of it is paid."
              .formatted(amount, invoice.number(), invoice.invoice().total()));
    }
  }
}
