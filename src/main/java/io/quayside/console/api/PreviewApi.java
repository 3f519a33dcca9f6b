package io.quayside.console.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quayside.ops.Preview;
import io.quayside.order.OrderViews.Hold;
import io.quayside.order.OrderViews.LineView;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.partner.Partners;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what would become of a document; nothing is stored and nothing leaves. */
@RestController
class PreviewApi {

  /** A document as it would be recorded. */
  record Read(
      String type,
      String format,
      String partner,
      String controlNumber,
      String validity,
      @JsonRawValue String findings) {}

  /** An order as it would stand. */
  record Placed(
      String partner,
      String poNumber,
      boolean test,
      String status,
      List<Hold> holds,
      List<LineView> lines,
      PurchaseOrder order) {}

  /** All of it; {@code orders} holds the canonical orders, {@code placed} what becomes of them. */
  record Answer(
      List<Read> documents,
      List<PurchaseOrder> orders,
      List<Placed> placed,
      List<Preview.Answer> answers,
      List<Preview.Told> exceptions,
      List<String> notes) {}

  private final Bodies bodies;
  private final Preview preview;
  private final Partners partners;

  PreviewApi(Bodies bodies, Preview preview, Partners partners) {
    this.bodies = bodies;
    this.preview = preview;
    this.partners = partners;
  }

  /** The body is the document as it is; {@code partner} says whose it is where it does not say. */
  @PostMapping("/api/preview")
  Answer preview(HttpServletRequest request) {
    byte[] bytes = bodies.bytes(request);
    String partner = Bodies.query(request, "partner");
    String named = Bodies.query(request, "name");
    String name = named == null ? "preview" : named;
    if (bytes.length > Preview.LARGEST) {
      throw new ApiProblem(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "A preview takes at most "
              + Preview.LARGEST
              + " bytes: try translate on the command line.");
    }
    if (partner != null && partners.find(partner).isEmpty()) {
      throw ApiProblem.badRequest("?partner: there is no partner “" + partner + "”.");
    }
    try {
      return answer(preview.of(bytes, name, partner));
    } catch (Preview.Busy busy) {
      throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, busy.getMessage());
    }
  }

  private static Answer answer(Preview.Seen seen) {
    return new Answer(
        seen.documents().stream()
            .map(
                d ->
                    new Read(
                        d.type(),
                        d.format(),
                        d.partnerId(),
                        d.controlNumber(),
                        d.validity(),
                        DocumentJson.whole(d).findings()))
            .toList(),
        seen.orders().stream().map(OrderView::order).toList(),
        seen.orders().stream()
            .map(
                o ->
                    new Placed(
                        o.partner(),
                        o.poNumber(),
                        o.test(),
                        o.status(),
                        o.holds(),
                        o.lines(),
                        o.order()))
            .toList(),
        seen.answers(),
        seen.exceptions(),
        seen.notes());
  }
}
