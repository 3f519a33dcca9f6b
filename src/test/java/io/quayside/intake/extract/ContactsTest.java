package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.ConfigFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose contact a person is. */
class ContactsTest {
  private static final Extractor EXTRACTOR = new Extractor(new ConfigFiles(null));
  private static final String NAME = "/buyer/contacts/0/name";

  @Test
  void aContactBelowTheSupplierIsNotSurelyTheBuyers() {
    Extraction read =
        read(
            """
            Vendor:
            Brown Supply
            2495 Uravan St.
            Aurora, CO 80011

            Contact: Dave Miller
            """);
    Confidence sure = read.confidence().get(NAME);
    assertThat(sure == null || sure.value() < 0.9).isTrue();
  }

  @Test
  void aPersonBehindBuyerGoesBeforeOneBehindContact() {
    Extraction read =
        read(
            """
            Pay Terms: 30 Days   Contact: Customer Care
            Sale Terms: FOB      Buyer: Jane Roe
            """);
    assertThat(read.mapped().order().at(NAME).asText()).isEqualTo("Jane Roe");
    assertThat(read.confidence().get(NAME).value()).isGreaterThan(0.9);
  }

  @Test
  void aCompanyOrItsDeskIsNoPerson() {
    for (String name : List.of("Ridge Foods LLC", "Customer Care")) {
      Extraction read = read("Contact: " + name + "\n");
      assertThat(read.confidence().get(NAME).value()).as(name).isLessThan(0.9);
    }
  }

  private static Extraction read(String head) {
    String text =
        "Purchase Order No: 170-382\n\n"
            + head
            + """

            Item No.   Description   Qty   Unit Price   Amount
            W-001      Widget        5     4.00         20.00
            """;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return EXTRACTOR.extract(PaperTasks.read(PaperKind.TEXT, bytes), Knowledge.NONE);
  }
}
