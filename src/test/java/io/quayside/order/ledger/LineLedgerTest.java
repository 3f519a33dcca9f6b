package io.quayside.order.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LineLedgerTest {

  private final LineLedger hundred = LineLedger.of("010", "1", of(100), LedgerTerms.STRICT);

  @Test
  void sixtyAcceptedAndFortyBackorderedLeaveNothingOpen() {
    LineLedger ledger = hundred.accept(of(60)).backorder(of(40));
    assertThat(ledger.open()).isZero();
    assertThat(ledger.toShip()).isEqualByComparingTo("60");
  }

  @Test
  void moreThanOrderedIsRefusedAndBothSidesAreNamed() {
    assertThatThrownBy(() -> hundred.accept(of(60)).backorder(of(41)))
        .isInstanceOf(LedgerViolation.class)
        .hasMessage(
            "Line 010, schedule 1: accepted + backordered + rejected + cancelled would be 101,"
                + " but ordered is 100.");
  }

  @Test
  void nothingLeavesThatWasNotAccepted() {
    assertThatThrownBy(() -> hundred.accept(of(60)).ship(of(61)))
        .hasMessage("Line 010, schedule 1: shipped would be 61, but what may be shipped is 60.");
  }

  @Test
  void theAgreementAllowsFivePercentMore() {
    LedgerTerms terms = new LedgerTerms(of(5), false);
    LineLedger ledger = LineLedger.of("010", "1", of(100), terms).accept(of(100));
    assertThat(ledger.ship(of(105)).toShip()).isZero();
    assertThatThrownBy(() -> ledger.ship(new BigDecimal("105.1")))
        .isInstanceOf(LedgerViolation.class);
  }

  @Test
  void whatComesBackIsCreditedInTheSameStep() {
    LineLedger ledger = hundred.accept(of(100)).ship(of(100)).invoice(of(100)).takeBack(of(30));
    assertThat(ledger.credited()).isEqualByComparingTo("30");
  }

  @Test
  void onlyWhatWasShippedIsBilledUnlessTheOrderIs() {
    assertThatThrownBy(() -> hundred.accept(of(100)).invoice(of(1)))
        .hasMessage(
            "Line 010, schedule 1: invoiced - credited would be 1, but shipped - returned is 0.");
    LineLedger cash = LineLedger.of("010", "1", of(100), new LedgerTerms(null, true));
    assertThat(cash.accept(of(100)).invoice(of(100)).shorten(of(10)).credited())
        .isEqualByComparingTo("10");
  }

  @Test
  void whatHasLeftCannotBeCancelled() {
    LineLedger ledger = hundred.accept(of(100)).ship(of(60));
    assertThat(ledger.cancelUnshipped().cancelled()).isEqualByComparingTo("40");
    assertThatThrownBy(() -> ledger.cancelAccepted(of(41)))
        .hasMessageContaining("cancelled now would be 41, but accepted - shipped is 40");
  }

  @Test
  void theFirstQuantityIsKept() {
    assertThat(hundred.order(of(80)).firstOrdered()).isEqualByComparingTo("100");
  }

  private static BigDecimal of(int quantity) {
    return BigDecimal.valueOf(quantity);
  }
}
