package io.quayside.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.partner.ConfiguredCompanies.Place;
import io.quayside.partner.ConfiguredCompanies.Settings;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a company that is not set up yet leaves out of its answers, said before the first one. */
class CompanyTest {

  @Test
  void aHubThatIsNotSetUpSaysWhatItsAnswersLack() {
    assertThat(company(Company.UNNAMED, null).missing())
        .containsExactly(
            "quayside.company.name: answers name the seller \"Our company\"",
            "quayside.company.address (lines, city, region, postal-code, country): the 856 says from where, the 810 from whom, without it");
  }

  @Test
  void halfAnAddressIsNone() {
    assertThat(
            company("Quayside Trading", new Place(null, "Portland", "OR", "97201", "US")).missing())
        .singleElement()
        .asString()
        .startsWith("quayside.company.address");
    assertThat(
            company("Quayside Trading", new Place(List.of("5 Harbour Rd"), null, "OR", null, "US"))
                .missing())
        .hasSize(1);
  }

  @Test
  void aCompanyWithNameAndAddressLacksNothing() {
    Place place = new Place(List.of("5 Harbour Rd"), "Portland", "OR", "97201", "US");
    assertThat(company("Quayside Trading", place).missing()).isEmpty();
  }

  private static Company company(String name, Place place) {
    return new ConfiguredCompanies(
            new Settings("main", name, place, null, null, null, "USD"), Clock.systemUTC(), "")
        .standard();
  }
}
