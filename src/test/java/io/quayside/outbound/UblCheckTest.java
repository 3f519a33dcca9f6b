package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read back before a UBL document leaves, beside what the rules' own authors say of it. */
class UblCheckTest {
  private static final Path INVOICE = Golden.CASES.resolve("ubl-invoiced/out.Invoice.xml");
  private static final Path RESPONSE = Golden.CASES.resolve("ubl-confirmed/out.OrderResponse.xml");

  @Test
  void aRightDocumentHasNoFaults() {
    assertThat(UblCheck.read(bytes(Golden.text(INVOICE)), true).faults()).isEmpty();
    assertThat(UblCheck.read(bytes(Golden.text(RESPONSE)), true).faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BR-CO-10 | <cbc:LineExtensionAmount currencyID=\"EUR\">90</ | <cbc:LineExtensionAmount currencyID=\"EUR\">91</",
        "BR-CO-13 | <cbc:TaxExclusiveAmount currencyID=\"EUR\">145</ | <cbc:TaxExclusiveAmount currencyID=\"EUR\">144</",
        "BR-CO-14 | <cbc:TaxAmount currencyID=\"EUR\">25.2</ | <cbc:TaxAmount currencyID=\"EUR\">25</",
        "BR-CO-15 | <cbc:TaxInclusiveAmount currencyID=\"EUR\">170.2</ | <cbc:TaxInclusiveAmount currencyID=\"EUR\">170</",
        "BR-CO-16 | <cbc:PayableAmount currencyID=\"EUR\">170.2</ | <cbc:PayableAmount currencyID=\"EUR\">170</",
        "BR-CO-17 | <cbc:TaxableAmount currencyID=\"EUR\">60</ | <cbc:TaxableAmount currencyID=\"EUR\">600</",
        "BR-09 | <cac:Country><cbc:IdentificationCode>US</cbc:IdentificationCode></cac:Country> | ''",
        "BR-S-02 | <cac:PartyTaxScheme><cbc:CompanyID>SE112233445501</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme> | ''",
        "BR-CO-25 | <cbc:DueDate>2026-12-24</cbc:DueDate> | ''",
        "PEPPOL-EN16931-R020 | <cbc:EndpointID schemeID=\"0088\">7300010000018</cbc:EndpointID> | ''",
        "PEPPOL-EN16931-R010 | <cbc:EndpointID schemeID=\"0088\">7300010000001</cbc:EndpointID> | ''"
      })
  void aBrokenRuleIsNamedByUsAndByItsAuthors(String rule, String from, String to) throws Exception {
    String text = Golden.text(INVOICE);
    if (rule.equals("BR-CO-25")) {
      text = text.replaceFirst("<cac:PaymentTerms>.*</cac:PaymentTerms>", "");
    }
    assertThat(text).contains(from);
    byte[] broken = bytes(text.replace(from, to));
    assertThat(UblCheck.read(broken, true).faults())
        .anySatisfy(one -> assertThat(one).contains(rule));
    List<String> theirs = PeppolRules.faults(broken);
    assertThat(theirs).anySatisfy(one -> assertThat(one).startsWith(rule + " fatal"));
  }

  @Test
  void theAuthorsSeeWhatNoPeppolDocumentMayHold() throws Exception {
    String text = Golden.text(RESPONSE);
    assertThat(PeppolRules.faults(bytes(text.replace("unitCode=\"XCS\"", "unitCode=\"CASE\""))))
        .anySatisfy(one -> assertThat(one).contains("Recommendation 20"));
    assertThat(
            PeppolRules.faults(
                bytes(
                    text.replace("<cbc:IssueTime>", "<cbc:Wrong>")
                        .replace("</cbc:IssueTime>", "</cbc:Wrong>"))))
        .anySatisfy(one -> assertThat(one).startsWith("XSD"));
  }

  @Test
  void whatCannotBeSentSaysWhyAndWhatToDo() {
    byte[] broken =
        bytes(
            Golden.text(INVOICE)
                .replace("<cbc:EndpointID schemeID=\"0088\">7300010000018</cbc:EndpointID>", ""));
    assertThatThrownBy(
            () ->
                UblCheck.read(broken, true).orThrow("Invoice", Golden.partner(INVOICE.getParent())))
        .hasMessage(
            "Invoice to acme cannot be sent: our electronic address is not known (PEPPOL-EN16931-R020). Add we: {scheme: ubl, qualifier: \"0088\", value: …} to the partner file");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
