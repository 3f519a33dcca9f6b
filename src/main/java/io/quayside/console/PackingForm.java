package io.quayside.console;

import static io.quayside.console.OrderPages.blankToNull;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.ShippingDesk;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** What was packed, as typed in: the lists have one entry a pick line, in the page's order. */
record PackingForm(
    List<String> line,
    List<String> schedule,
    List<String> quantity,
    List<String> shortReason,
    List<String> lot,
    List<String> inCartons,
    String cartons,
    String weight,
    String weightUnit,
    String scac,
    String tracking,
    String billOfLading) {

  static PackingForm of(MultiValueMap<String, String> typed) {
    return new PackingForm(
        typed.get("line"),
        typed.get("schedule"),
        typed.get("quantity"),
        typed.get("shortReason"),
        typed.get("lot"),
        typed.get("inCartons"),
        typed.getFirst("cartons"),
        typed.getFirst("weight"),
        typed.getFirst("weightUnit"),
        typed.getFirst("scac"),
        typed.getFirst("tracking"),
        typed.getFirst("billOfLading"));
  }

  ShippingDesk.Packing packing(ShippingDesk.Waiting pick) {
    List<ShippingDesk.Line> lines = new ArrayList<>();
    CartonContents contents = new CartonContents();
    for (int i = 0; line != null && i < line.size(); i++) {
      String lotNumber = at(lot, i);
      ShippingDesk.Line packed =
          new ShippingDesk.Line(
              line.get(i),
              at(schedule, i),
              at(quantity, i),
              at(shortReason, i),
              lotNumber == null ? null : List.of(lotNumber),
              null,
              null);
      lines.add(packed);
      contents.add(packed, unit(pick, packed), at(inCartons, i));
    }
    Integer count = cartonCount();
    List<ShippingDesk.Package> told = contents.packages(count);
    return new ShippingDesk.Packing(
        pick.requestId(),
        lines,
        told == null ? count : null,
        told,
        blankToNull(weight),
        blankToNull(weightUnit),
        blankToNull(scac),
        blankToNull(tracking),
        blankToNull(billOfLading));
  }

  private static String unit(ShippingDesk.Waiting pick, ShippingDesk.Line packed) {
    return pick.lines().stream()
        .filter(one -> one.lineNumber().equals(packed.lineNumber()))
        .filter(one -> one.scheduleId().equals(packed.scheduleId()))
        .map(one -> one.unit())
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Integer cartonCount() {
    String typed = blankToNull(cartons);
    if (typed == null) {
      return null;
    }
    if (!typed.matches("[1-9]\\d{0,3}")) {
      throw new FulfilmentRefusal(
          "“" + typed + "” is no number of cartons: give a whole number from 1 to 9999.");
    }
    return Integer.valueOf(typed);
  }

  /** What was typed in a field of the i-th line, or null. */
  public String at(List<String> list, int i) {
    return list == null || i >= list.size() ? null : blankToNull(list.get(i));
  }
}
