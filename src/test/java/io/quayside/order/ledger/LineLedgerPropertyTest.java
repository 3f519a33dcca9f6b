package io.quayside.order.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a line, in whatever order: the law holds and no piece is lost. */
class LineLedgerPropertyTest {

  enum Event {
    ACCEPT(LineLedger::accept),
    SHORTAGE(LineLedger::backorder),
    REJECT(LineLedger::reject),
    RECEIPT(LineLedger::release),
    SHORT_PICK(LineLedger::shorten),
    SHIP(LineLedger::ship),
    RETURN(LineLedger::takeBack),
    CANCEL_OPEN(LineLedger::cancelOpen),
    CANCEL_WAITING(LineLedger::cancelBackordered),
    CANCEL_ACCEPTED(LineLedger::cancelAccepted),
    INVOICE(LineLedger::invoice),
    CREDIT(LineLedger::credit),
    CHANGE(LineLedger::order),
    CANCEL_ALL((ledger, quantity) -> ledger.cancelUnshipped());

    private final BiFunction<LineLedger, BigDecimal, LineLedger> change;

    Event(BiFunction<LineLedger, BigDecimal, LineLedger> change) {
      this.change = change;
    }
  }

  record Step(Event event, BigDecimal quantity) {}

  @Property(tries = 5000)
  void theLawHoldsAfterEveryHistory(
      @ForAll("quantities") BigDecimal ordered,
      @ForAll("terms") LedgerTerms terms,
      @ForAll("histories") List<Step> history) {
    LineLedger ledger = LineLedger.of("10", "1", ordered, terms);
    for (Step step : history) {
      LineLedger before = ledger;
      try {
        ledger = step.event().change.apply(before, step.quantity());
      } catch (LedgerViolation violation) {
        assertThat(violation).hasMessageStartingWith("Line 10, schedule 1: ");
        continue;
      }
      lawHolds(ledger);
      assertThat(ledger.cancelUnshipped().unshipped()).isZero();
      nothingIsUnmade(before, ledger);
      assertThat(ledger.firstOrdered()).isEqualTo(ordered);
    }
  }

  private static void lawHolds(LineLedger l) {
    BigDecimal bins =
        l.open().add(l.accepted()).add(l.backordered()).add(l.rejected()).add(l.cancelled());
    assertThat(bins).isEqualByComparingTo(l.ordered());
    assertThat(l.open()).isNotNegative();
    BigDecimal limit =
        l.accepted()
            .multiply(new BigDecimal(100).add(l.terms().overShipmentPercent()))
            .movePointLeft(2);
    assertThat(l.shipped()).isLessThanOrEqualTo(limit);
    assertThat(l.invoiced().subtract(l.credited()))
        .isLessThanOrEqualTo(
            l.terms().invoicedOnOrder() ? l.accepted() : l.shipped().subtract(l.returned()));
    for (BigDecimal bin :
        List.of(l.accepted(), l.backordered(), l.rejected(), l.cancelled(), l.returned())) {
      assertThat(bin).isNotNegative();
    }
  }

  /** What has happened is never taken back: these only grow. */
  private static void nothingIsUnmade(LineLedger before, LineLedger after) {
    assertThat(after.shipped()).isGreaterThanOrEqualTo(before.shipped());
    assertThat(after.returned()).isGreaterThanOrEqualTo(before.returned());
    assertThat(after.invoiced()).isGreaterThanOrEqualTo(before.invoiced());
    assertThat(after.credited()).isGreaterThanOrEqualTo(before.credited());
    assertThat(after.rejected()).isGreaterThanOrEqualTo(before.rejected());
    assertThat(after.cancelled()).isGreaterThanOrEqualTo(before.cancelled());
  }

  @Provide
  Arbitrary<BigDecimal> quantities() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("120"))
        .ofScale(3)
        .edgeCases(edges -> edges.add(BigDecimal.ZERO, new BigDecimal("0.001")));
  }

  @Provide
  Arbitrary<LedgerTerms> terms() {
    return Combinators.combine(
            Arbitraries.of("0", "2.5", "10").map(BigDecimal::new), Arbitraries.of(true, false))
        .as(LedgerTerms::new);
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<BigDecimal> small =
        Arbitraries.bigDecimals().between(new BigDecimal("-1"), new BigDecimal("40")).ofScale(3);
    return Combinators.combine(Arbitraries.of(Event.class), small)
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }
}
