package io.quayside.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.work.DatabaseUnderTest;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of several nodes on one database only one reads a mailbox. */
class MailboxLeasesTest {

  @ParameterizedTest
  @MethodSource("io.quayside.work.DatabaseUnderTest#each")
  void theHolderProlongsItAndAnotherTakesItWhenItHasRunOut(String kind) {
    try (DatabaseUnderTest under = DatabaseUnderTest.open(kind)) {
      MailboxLeases one = new MailboxLeases(under.database(), under.clock(), "one");
      MailboxLeases two = new MailboxLeases(under.database(), under.clock(), "two");
      assertThat(one.take("orders")).isTrue();
      assertThat(two.take("orders")).isFalse();
      assertThat(two.take("invoices")).isTrue();

      under.clock().advance(Duration.ofSeconds(90));
      assertThat(one.take("orders")).isTrue();
      under.clock().advance(Duration.ofSeconds(90));
      assertThat(two.take("orders")).isFalse();

      under.clock().advance(MailboxLeases.LENGTH);
      assertThat(two.take("orders")).isTrue();
      assertThat(one.take("orders")).isFalse();

      two.release();
      assertThat(one.take("orders")).isTrue();
    }
  }
}
