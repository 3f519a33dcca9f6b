package io.quayside.order.canonical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The canonical purchase order: {@code mappings/order.schema.json}, our words beside the sender's
 * own codes. Numbers with a unit and money are decimal strings. Null or an empty list: the sender
 * said nothing.
 *
 * @param changeNumber the customer's number of a change, only in such documents. BCH05
 */
public record PurchaseOrder(
    String poNumber,
    String release,
    String contract,
    String poDate,
    String purpose,
    String purposeCode,
    String changeNumber,
    String type,
    String typeCode,
    String acknowledgmentWanted,
    String acknowledgmentCode,
    String currency,
    Boolean test,
    Party buyer,
    Party seller,
    Party shipTo,
    Party billTo,
    List<Party> parties,
    Dates dates,
    List<OtherDate> otherDates,
    Fulfilment fulfilment,
    List<PaymentTerm> paymentTerms,
    Payment payment,
    Freight freight,
    Carrier carrier,
    List<Reference> references,
    List<Note> notes,
    List<AllowanceOrCharge> allowancesAndCharges,
    List<Tax> taxes,
    List<Line> lines,
    Totals totals,
    Source source) {

  public PurchaseOrder {
    parties = orEmpty(parties);
    otherDates = orEmpty(otherDates);
    paymentTerms = orEmpty(paymentTerms);
    references = orEmpty(references);
    notes = orEmpty(notes);
    allowancesAndCharges = orEmpty(allowancesAndCharges);
    taxes = orEmpty(taxes);
    lines = orEmpty(lines);
  }

  /**
   * The same order with {@code buyer}, {@code seller}, {@code shipTo} and {@code billTo} and the
   * list of parties agreeing: a view that is missing is taken from the list, a party that stands
   * only in a view joins the list.
   */
  public PurchaseOrder withViews() {
    List<Party> all = new ArrayList<>(parties);
    Party buyerView = view("buyer", buyer, all);
    Party sellerView = view("seller", seller, all);
    Party shipToView = view("ship-to", shipTo, all);
    Party billToView = view("bill-to", billTo, all);
    return new PurchaseOrder(
        poNumber,
        release,
        contract,
        poDate,
        purpose,
        purposeCode,
        changeNumber,
        type,
        typeCode,
        acknowledgmentWanted,
        acknowledgmentCode,
        currency,
        test,
        buyerView,
        sellerView,
        shipToView,
        billToView,
        all,
        dates,
        otherDates,
        fulfilment,
        paymentTerms,
        payment,
        freight,
        carrier,
        references,
        notes,
        allowancesAndCharges,
        taxes,
        lines,
        totals,
        source);
  }

  /**
   * Each line by a key of its own: its number or else its position, and {@code 10#2} for a second
   * line 10. The same order always gives the same keys.
   */
  public Map<String, Line> linesByKey() {
    Map<String, Line> keyed = new LinkedHashMap<>();
    for (Line line : lines) {
      String number = line.lineNumber() == null ? "" + (keyed.size() + 1) : line.lineNumber();
      String key = number;
      for (int count = 2; keyed.containsKey(key); count++) {
        key = number + "#" + count;
      }
      keyed.put(key, line);
    }
    return keyed;
  }

  private static Party view(String role, Party given, List<Party> all) {
    Optional<Party> listed = all.stream().filter(party -> role.equals(party.role())).findFirst();
    if (given == null) {
      return listed.orElse(null);
    }
    Party named = given.role() == null ? given.as(role) : given;
    if (listed.isEmpty()) {
      all.add(named);
    }
    return named;
  }

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
