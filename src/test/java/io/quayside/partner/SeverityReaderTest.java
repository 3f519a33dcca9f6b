package io.quayside.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.edi.Severities;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeverityReaderTest {
  private static final String FILE =
      """
      id: acme
      name: Acme Inc
      identifiers: [{scheme: x12, qualifier: ZZ, value: ACMEEDI}]
      channels: {out: folder}
      agreement: {severity: {invalid-date: %s, too-long: accept}}
      """;

  @Test
  void anAgreementNamesErrorsAsTheReaderDoes() {
    assertThat(SeverityReader.ERRORS).containsExactlyElementsOf(Severities.names());
  }

  @Test
  void whatAnErrorDoesIsRead() {
    Map<String, String> severity =
        new PartnerReader(PartnerReaderTest.COMPANY)
            .read("acme", FILE.formatted("reject"), 1)
            .agreement()
            .severity();

    assertThat(severity).isEqualTo(Map.of("invalid-date", "reject", "too-long", "accept"));
    assertThat(Severities.of(false, severity)).isNotEqualTo(Severities.usual());
  }

  @Test
  void aWordThatIsNoneIsRefusedWithItsPlace() {
    assertThatThrownBy(
            () ->
                new PartnerReader(PartnerReaderTest.COMPANY)
                    .read("acme", FILE.formatted("ignore"), 1))
        .hasMessageContaining("agreement.severity.invalid-date")
        .hasMessageContaining("accept-with-errors");
  }
}
