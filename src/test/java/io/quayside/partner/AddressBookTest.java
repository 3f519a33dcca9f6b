package io.quayside.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressBookTest {

  private final PartnerReader reader = new PartnerReader(PartnerReaderTest.COMPANY);
  private final List<TradingPartner> partners =
      List.of(
          partner("acme", "{scheme: x12, qualifier: ZZ, value: ACMEEDI}"),
          partner("van-a", "{scheme: x12, qualifier: \"01\", value: VAN, group: A}"),
          partner("van-b", "{scheme: x12, qualifier: \"01\", value: VAN, group: B}"),
          partner("mailer", "{scheme: email, value: \"@mailer.example\"}"));

  @Test
  void blanksAroundAnAddressMeanNothing() {
    assertThat(find("x12", "ZZ", "ACMEEDI        ", "ANYGROUP")).isEqualTo("acme");
  }

  @Test
  void theGroupTellsPartnersOfOneMailboxApart() {
    assertThat(find("x12", "01", "VAN", "A")).isEqualTo("van-a");
    assertThat(find("x12", "01", "VAN", "B")).isEqualTo("van-b");
    assertThat(find("x12", "01", "VAN", "C")).isNull();
    assertThat(find("x12", "01", "VAN", null)).isNull();
  }

  @Test
  void anotherQualifierIsAnotherSender() {
    assertThat(find("x12", "01", "ACMEEDI", null)).isNull();
    assertThat(find("edifact", "ZZ", "ACMEEDI", null)).isNull();
  }

  @Test
  void aMailDomainStandsForAllItsAddresses() {
    assertThat(find("email", null, "Orders@Mailer.example", null)).isEqualTo("mailer");
    assertThat(find("email", null, "orders@evil-mailer.example", null)).isNull();
  }

  @Test
  void anAddressBelongsToOnePartnerOnly() {
    TradingPartner thief = partner("thief", "{scheme: x12, qualifier: ZZ, value: ACMEEDI}");

    assertThat(AddressBook.clashes(thief, partners))
        .extracting(Fault::why)
        .containsExactly("belongs to partner acme already");
    assertThat(AddressBook.clashes(partners.get(0), partners)).isEmpty();
  }

  private String find(String scheme, String qualifier, String value, String group) {
    return AddressBook.find(partners, scheme, qualifier, value, group)
        .map(TradingPartner::id)
        .orElse(null);
  }

  private TradingPartner partner(String id, String identifier) {
    return reader.read(
        id,
        "id: %s\nname: N\nidentifiers: [%s]\nchannels: {out: folder}\n".formatted(id, identifier),
        1);
  }
}
