package io.quayside.order.process;

import io.quayside.order.message.PostToAccounting.Billed;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is billed of an order and not credited, line by line. */
record Kept(Map<String, Part> lines) {

  static final Kept NOTHING = new Kept(Map.of());

  /** In the line's ordered unit, and what that comes to. */
  record Part(BigDecimal quantity, BigDecimal amount) {

    static final Part NOTHING = new Part(BigDecimal.ZERO, BigDecimal.ZERO);

    Part plus(BigDecimal more, BigDecimal worth) {
      return new Part(quantity.add(more), amount.add(worth));
    }
  }

  Part of(LineState line) {
    return lines.getOrDefault(line.key, Part.NOTHING);
  }

  Kept plus(List<Billed> billed) {
    return with(billed, BigDecimal.ONE);
  }

  Kept minus(List<Billed> credited) {
    return with(credited, BigDecimal.ONE.negate());
  }

  private Kept with(List<Billed> billed, BigDecimal sign) {
    Map<String, Part> all = new HashMap<>(lines);
    for (Billed one : billed) {
      BigDecimal quantity = new BigDecimal(one.quantity()).multiply(sign);
      BigDecimal amount = new BigDecimal(one.amount()).multiply(sign);
      all.compute(
          one.lineNumber(),
          (line, part) -> (part == null ? Part.NOTHING : part).plus(quantity, amount));
    }
    return new Kept(all);
  }
}
