package io.quayside.order.canonical;

import java.util.List;

/**
 * A line of the order. PO1*10*100*EA*12.50**VN*W-001~
 *
 * @param change what a change document does to it: {@code add, change, delete, none}; null in
 *     orders
 * @param fulfilment what the buyer allows for this line, where it says so
 */
public record Line(
    String lineNumber,
    String lineNumberSent,
    String change,
    String changeCode,
    String quantity,
    String unit,
    Price price,
    List<ItemId> ids,
    String description,
    List<Attribute> attributes,
    Pack pack,
    List<Schedule> schedules,
    List<Component> components,
    Party shipTo,
    List<Party> parties,
    Dates dates,
    List<Reference> references,
    List<Note> notes,
    List<AllowanceOrCharge> allowancesAndCharges,
    List<Tax> taxes,
    List<Packaging> packaging,
    List<Marking> marking,
    Fulfilment fulfilment) {

  public Line {
    ids = PurchaseOrder.orEmpty(ids);
    attributes = PurchaseOrder.orEmpty(attributes);
    schedules = PurchaseOrder.orEmpty(schedules);
    components = PurchaseOrder.orEmpty(components);
    parties = PurchaseOrder.orEmpty(parties);
    references = PurchaseOrder.orEmpty(references);
    notes = PurchaseOrder.orEmpty(notes);
    allowancesAndCharges = PurchaseOrder.orEmpty(allowancesAndCharges);
    taxes = PurchaseOrder.orEmpty(taxes);
    packaging = PurchaseOrder.orEmpty(packaging);
    marking = PurchaseOrder.orEmpty(marking);
  }
}
