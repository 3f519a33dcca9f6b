package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

class SetXmlTest {
  private final EdiReader reader = new EdiReader(TestSchemas.all());

  @Test
  void segmentsStandInTheirLoops() throws Exception {
    assertThat(xml(Documents.ORDER, false))
        .isEqualTo(
            """
            <x12-850>
             <ST ST01=850 ST02=0001/>
             <BEG BEG01=00 BEG02=SA BEG03=4500000042 BEG05=20261120/>
             <REF REF01=DP REF02=038/>
             <DTM DTM01=002 DTM02=20261201/>
             <N1-loop>
              <N1 N101=ST N102=Acme Store 42 N103=92 N104=0042/>
              <N3 N301=1 Main St/>
              <N4 N401=Springfield N402=IL N403=62701/>
             </N1-loop>
             <PO1-loop>
              <PO1 PO101=10 PO102=100 PO103=EA PO104=12.50 PO106=VP PO107=W-001/>
              <PID-loop>
               <PID PID01=F PID05=Widget/>
              </PID-loop>
             </PO1-loop>
             <PO1-loop>
              <PO1 PO101=20 PO102=5 PO103=EA PO104=3 PO106=VP PO107=W-002/>
             </PO1-loop>
             <CTT-loop>
              <CTT CTT01=2/>
             </CTT-loop>
             <SE SE01=12 SE02=0001/>
            </x12-850>
            """);
  }

  @Test
  void inEdifactEveryElementStandsByComponentToo() throws Exception {
    String message =
        Messages.message(
            "1",
            "ORDERS:D:96A:UN",
            List.of(
                "BGM+220+4?+5+9",
                "DTM+137:20261120:102",
                "NAD+BY+5412345000013::9",
                "LIN+1++4012345678901:EN",
                "GIR+3+A:B*C",
                "UNS+S"));
    byte[] bytes = Documents.bytes(Messages.interchange("UNOC:4", "1", message));

    assertThat(xml(bytes, false))
        .isEqualTo(
            """
            <edifact-ORDERS>
             <UNH UNH01=1 UNH0101=1 UNH02=ORDERS:D:96A:UN UNH0201=ORDERS UNH0202=D UNH0203=96A UNH0204=UN/>
             <BGM BGM01=220 BGM0101=220 BGM02=4+5 BGM0201=4+5 BGM03=9 BGM0301=9/>
             <DTM DTM01=137:20261120:102 DTM0101=137 DTM0102=20261120 DTM0103=102/>
             <NAD-loop>
              <NAD NAD01=BY NAD0101=BY NAD02=5412345000013::9 NAD0201=5412345000013 NAD0203=9/>
             </NAD-loop>
             <LIN-loop>
              <LIN LIN01=1 LIN0101=1 LIN03=4012345678901:EN LIN0301=4012345678901 LIN0302=EN/>
              <GIR GIR01=3 GIR0101=3 GIR02=A:B*C GIR0201=A GIR0202=B GIR0201_2=C/>
             </LIN-loop>
             <UNS UNS01=S UNS0101=S/>
             <UNT UNT01=8 UNT0101=8 UNT02=1 UNT0201=1/>
            </edifact-ORDERS>
            """);
  }

  @Test
  void aCompositeStandsWholeAndByComponent() throws Exception {
    String xml = xml(Documents.with(7, "SLN*1**I*2*EA>>2*1.56*PE"), false);

    assertThat(xml).contains("SLN05=EA>>2 SLN0501=EA SLN0503=2 SLN06=1.56");
  }

  @Test
  void anUnknownSegmentStaysInTheOpenLoop() throws Exception {
    String xml = xml(Documents.with(7, "ZZZ*1", "PID*F****Widget"), false);

    assertThat(xml)
        .contains(
            "  <PO1 PO101=10 PO102=100 PO103=EA PO104=12.50 PO106=VP PO107=W-001/>\n  <ZZZ ZZZ01=1/>\n  <PID-loop>");
  }

  @Test
  void everySegmentSaysWhereItStands() throws Exception {
    String text =
        new String(Documents.order(Documents.ORDER), java.nio.charset.StandardCharsets.ISO_8859_1);

    assertThat(xml(Documents.ORDER, true)).contains("BEG05=20261120 _at=" + text.indexOf("BEG*"));
  }

  @Test
  void aSetOfUnknownTypeIsFlat() throws Exception {
    String set = Documents.set("204", "0001", List.of("B2**ABCD**1"));
    TransactionSet read = Documents.only(reader.read(Documents.bytes(Documents.interchange(set))));
    Printer printer = new Printer(false);

    new SetXml().write(read, printer);

    assertThat(printer.text.toString())
        .isEqualTo(
            """
            <x12-204>
             <ST ST01=204 ST02=0001/>
             <B2 B202=ABCD B204=1/>
             <SE SE01=3 SE02=0001/>
            </x12-204>
            """);
  }

  private String xml(List<String> body, boolean offsets) throws Exception {
    return xml(Documents.order(body), offsets);
  }

  private String xml(byte[] bytes, boolean offsets) throws Exception {
    Printer printer = new Printer(offsets);
    new SetXml().write(Documents.only(reader.read(bytes)), printer);
    return printer.text.toString();
  }

  private static final class Printer extends DefaultHandler {
    private final StringBuilder text = new StringBuilder();
    private final boolean offsets;
    private int depth;

    Printer(boolean offsets) {
      this.offsets = offsets;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      text.append(" ".repeat(depth++)).append('<').append(name);
      for (int i = 0; i < attributes.getLength(); i++) {
        if (offsets || !attributes.getQName(i).equals("_at")) {
          text.append(' ')
              .append(attributes.getQName(i))
              .append('=')
              .append(attributes.getValue(i));
        }
      }
      text.append(attributes.getLength() == 0 ? ">\n" : "/>\n");
    }

    @Override
    public void endElement(String uri, String local, String name) {
      depth--;
      if (name.endsWith("-loop") || name.matches("(x12|edifact)-.*")) {
        text.append(" ".repeat(depth)).append("</").append(name).append(">\n");
      }
    }
  }
}
