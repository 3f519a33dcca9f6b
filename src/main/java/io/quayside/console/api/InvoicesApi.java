package io.quayside.console.api;

import io.quayside.fulfilment.Invoices;
import io.quayside.ops.Audit;
import io.quayside.work.Database;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
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

  InvoicesApi(Invoices invoices, Database database, Audit audit) {
    this.invoices = invoices;
    this.database = database;
    this.audit = audit;
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

  /** Books the payment; {@code ?test=true} for the test area. */
  @PostMapping("/{number}/paid")
  Invoices.Booked paid(@PathVariable String number, HttpServletRequest request, Principal who) {
    boolean test = String.valueOf(request.getQueryString()).contains("test=true");
    database.inTransaction(
        () -> {
          if (!invoices.paid(number, test, who.getName())) {
            throw ApiProblem.notFound("invoice", number);
          }
          audit.record(who.getName(), "invoice-paid", "invoice/" + number, null);
        });
    return one(number, test);
  }
}
