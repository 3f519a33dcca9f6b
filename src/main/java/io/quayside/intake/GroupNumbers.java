package io.quayside.intake;

import io.quayside.document.Interchanges;
import io.quayside.document.Interchanges.Seen;
import io.quayside.document.Receipts.Receipt;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which groups have a number that their sender used in an earlier interchange.
 *
 * <pre>GS*PO*ACMEGS*QUAYSIDE*20261120*1000*77*X*004010~</pre>
 */
@Component
class GroupNumbers {

  private final Interchanges interchanges;

  GroupNumbers(Interchanges interchanges) {
    this.interchanges = interchanges;
  }

  /**
   * Claims the numbers in the current transaction. A number that stands twice in this interchange
   * is claimed once: the reader has a finding for the second.
   *
   * @param area of the claims: the standard, and whether it is a test
   * @return where the groups begin in the receipt
   */
  Set<Long> usedBefore(
      Receipt receipt, byte[] bytes, Interchange interchange, String area, Duration window) {
    Set<Long> used = new HashSet<>();
    Set<String> claimed = new HashSet<>();
    for (FunctionalGroup group : interchange.groups()) {
      String number = group.controlNumber().replaceFirst("^0+(?=.)", "");
      String sender =
          "group/%s%s/%s/%s"
              .formatted(
                  area, group.functionalId(), group.sender().qualifier(), group.sender().id());
      boolean acknowledges = group.functionalId().equals("FA");
      if (group.isImplied() || acknowledges || !claimed.add(sender + number)) {
        continue;
      }
      Seen seen =
          interchanges
              .claim(
                  sender,
                  group.receiver().qualifier() + "/" + group.receiver().id(),
                  number,
                  Hashes.sha256(bytes, group.startOffset(), interchange.endOffset()),
                  receipt.id(),
                  group.startOffset(),
                  window)
              .seen();
      if (seen != Seen.FIRST) {
        used.add((long) group.startOffset());
      }
    }
    return used;
  }
}
