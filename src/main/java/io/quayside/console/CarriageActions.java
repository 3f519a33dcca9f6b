package io.quayside.console;

import static io.quayside.console.OrderPages.blankToNull;

import io.quayside.fulfilment.Carriage;
import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.ops.Audit;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says where a shipment is, for a carrier that does not say so itself. */
@Controller
class CarriageActions {

  /** The steps that a person can tell, and their words. */
  static final Map<String, String> STEPS = steps();

  private final Carriage carriage;
  private final Audit audit;

  CarriageActions(Carriage carriage, Audit audit) {
    this.carriage = carriage;
    this.audit = audit;
  }

  @PostMapping("/orders/{id}/shipments/{shipment}/step")
  String step(
      @PathVariable String id,
      @PathVariable String shipment,
      @RequestParam String step,
      @RequestParam(defaultValue = "") String tracking,
      @RequestParam(defaultValue = "") String text,
      Principal who,
      RedirectAttributes told) {
    if (carriage.find(shipment).filter(known -> known.orderId().equals(id)).isEmpty()) {
      told.addFlashAttribute(
          "fault",
          "No carrier of ours was asked for shipment %s: its carrier, or the supplier that sends it, says where it is."
              .formatted(shipment));
      return "redirect:/orders/" + id;
    }
    try {
      audit.during(
          who.getName(),
          "shipment-step",
          "order/" + id,
          shipment + " " + step,
          () ->
              carriage.status(
                  shipment,
                  new Carriage.Step(
                      step, null, blankToNull(tracking), null, blankToNull(text), null),
                  who.getName()));
      told.addFlashAttribute(
          "done",
          "Shipment %s: %s.".formatted(shipment, STEPS.getOrDefault(step, step).toLowerCase()));
    } catch (FulfilmentRefusal refusal) {
      told.addFlashAttribute("fault", refusal.getMessage());
    }
    return "redirect:/orders/" + id;
  }

  private static Map<String, String> steps() {
    Map<String, String> steps = new LinkedHashMap<>();
    steps.put("picked-up", "Picked up");
    steps.put("in-transit", "On its way");
    steps.put("delivered", "Delivered");
    steps.put("refused", "Refused by the customer");
    steps.put("returned", "Came back: take it back and credit it");
    steps.put("damaged", "Damaged");
    return steps;
  }
}
