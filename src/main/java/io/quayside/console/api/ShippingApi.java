package io.quayside.console.api;

import io.quayside.fulfilment.ShippingDesk;
import io.quayside.ops.Audit;
import io.quayside.work.Database;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits to be packed in the embedded warehouse, and its confirmation. */
@RestController
@RequestMapping("/api/shipping")
class ShippingApi {

  /** What was packed; lines that are not named were packed whole. */
  record Packed(
      Boolean all,
      List<ShippingDesk.Line> lines,
      Integer cartons,
      List<ShippingDesk.Package> packages,
      String weight,
      String weightUnit,
      String scac,
      String tracking,
      String billOfLading) {}

  private final ShippingDesk desk;
  private final Database database;
  private final Audit audit;
  private final Bodies bodies;

  ShippingApi(ShippingDesk desk, Database database, Audit audit, Bodies bodies) {
    this.desk = desk;
    this.database = database;
    this.audit = audit;
    this.bodies = bodies;
  }

  @GetMapping
  PageOf<ShippingDesk.Waiting> list(
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    PageOf.check(page, size);
    ShippingDesk.Page found = desk.list(test, page, size);
    return new PageOf<>(found.items(), page, size, found.total());
  }

  @PostMapping("/{requestId}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, String> confirm(
      @PathVariable String requestId, HttpServletRequest request, Principal who) {
    ShippingDesk.Waiting pick =
        desk.find(requestId).orElseThrow(() -> ApiProblem.notFound("pick that waits", requestId));
    Packed packed = bodies.value(request, Packed.class);
    requireEveryLine(pick, packed);
    return database.inTransaction(
        () -> {
          String shipment =
              desk.confirm(
                  new ShippingDesk.Packing(
                      requestId,
                      packed.lines() == null ? List.of() : packed.lines(),
                      packed.cartons(),
                      packed.packages(),
                      packed.weight(),
                      packed.weightUnit(),
                      packed.scac(),
                      packed.tracking(),
                      packed.billOfLading()),
                  who.getName());
          audit.record(who.getName(), "shipment-confirmed", "order/" + pick.orderId(), shipment);
          return Map.of("shipmentId", shipment, "orderId", pick.orderId());
        });
  }

  /**
   * Nothing leaves that nobody confirmed: each line of the pick is told, or all of them as asked
   * for.
   */
  private static void requireEveryLine(ShippingDesk.Waiting pick, Packed packed) {
    if (Boolean.TRUE.equals(packed.all())) {
      return;
    }
    List<ShippingDesk.Line> told = packed.lines() == null ? List.of() : packed.lines();
    List<String> untold =
        pick.lines().stream()
            .filter(
                line ->
                    told.stream()
                        .noneMatch(
                            one ->
                                line.lineNumber().equals(one.lineNumber())
                                    && (one.scheduleId() == null
                                        || line.scheduleId().equals(one.scheduleId()))))
            .map(line -> line.lineNumber() + " (schedule " + line.scheduleId() + ")")
            .toList();
    if (!untold.isEmpty()) {
      throw ApiProblem.badRequest(
          "Nothing was confirmed: say in `lines` what was packed of line "
              + String.join(", ", untold)
              + ", 0 too, or \"all\": true when everything was packed as asked.");
    }
  }
}
