package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A partner's refusal in its own words, in both standards. */
class ApplicationAdviceTest {

  private static List<ApplicationAdvice> parse(String file) {
    return ApplicationAdvice.parse(
        new EdiReader(new EdiSchemas(path -> null))
            .read(file.getBytes(StandardCharsets.US_ASCII))
            .interchanges()
            .get(0)
            .groups()
            .get(0)
            .sets()
            .get(0));
  }

  @Test
  void an824SpeaksOfEachDocumentWithItsOwnWords() {
    List<ApplicationAdvice> advices =
        parse(
            "ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       *261123*0410*U*00401*000000930*0*P*>~"
                + "GS*AG*ACMEGS*QUAYSIDE*20261123*0410*81*X*004010~ST*824*0001~BGN*11*APP-1*20261123~"
                + "OTI*TR*IV*INV-1001*****1*0001*810*004010~TED*848*Price differs*IT1*1*4*212*12.50~"
                + "OTI*TA*SI*SH-1~OTI*TE*SI*SH-2~TED*024~NTE*ERN*No such dock~SE*9*0001~GE*1*81~IEA*1*000000930~");
    assertThat(advices)
        .containsExactly(
            new ApplicationAdvice(
                Verdict.REJECTED,
                "810",
                "INV-1001",
                "1",
                "0001",
                List.of("Price differs in IT1 `12.50`")),
            new ApplicationAdvice(Verdict.ACCEPTED, "", "SH-1", "", "", List.of()),
            new ApplicationAdvice(
                Verdict.ACCEPTED_WITH_ERRORS,
                "",
                "SH-2",
                "",
                "",
                List.of("Error 024", "No such dock")));
  }

  @Test
  void anAperakNamesOneDocument() {
    assertThat(
            parse(
                "UNB+UNOC:3+5412345000013:14+4000001000005:14+261123:1055+77'UNH+1+APERAK:D:96A:UN'"
                    + "BGM+305+APP-1+27'DTM+137:20261123:102'RFF+ACW:INV-1001'NAD+MR+4000001000005::9'"
                    + "ERC+Z10::91'FTX+AAO+++Price differs:ours is 12.25'RFF+LI:1'UNT+9+1'UNZ+1+77'"))
        .containsExactly(
            new ApplicationAdvice(
                Verdict.REJECTED,
                "",
                "INV-1001",
                "",
                "",
                List.of("Error Z10.", "Price differs ours is 12.25")));
  }
}
