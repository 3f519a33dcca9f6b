package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetXmlTest {
  private final EdiReader reader = new EdiReader(TestSchemas.all());

  @Test
  void segmentsStandInTheirLoops() {
    assertThat(xml(Documents.ORDER))
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
  void inEdifactEveryElementStandsByComponentToo() {
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

    assertThat(xml(bytes))
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
  void aCompositeStandsWholeAndByComponent() {
    String xml = xml(Documents.with(7, "SLN*1**I*2*EA>>2*1.56*PE"));

    assertThat(xml).contains("SLN05=EA>>2 SLN0501=EA SLN0503=2 SLN06=1.56");
  }

  @Test
  void anUnknownSegmentStaysInTheOpenLoop() {
    String xml = xml(Documents.with(7, "ZZZ*1", "PID*F****Widget"));

    assertThat(xml)
        .contains(
            "  <PO1 PO101=10 PO102=100 PO103=EA PO104=12.50 PO106=VP PO107=W-001/>\n  <ZZZ ZZZ01=1/>\n  <PID-loop>");
  }

  @Test
  void blanksAroundAValueAreNotPartOfIt() {
    assertThat(xml(Documents.with(2, "REF* DP *038 *   "))).contains("<REF REF01=DP REF02=038/>");
  }

  @Test
  void aSetOfUnknownTypeIsFlat() {
    String set = Documents.set("204", "0001", List.of("B2**ABCD**1"));
    TransactionSet read = Documents.only(reader.read(Documents.bytes(Documents.interchange(set))));
    Printer printer = new Printer();

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

  private String xml(List<String> body) {
    return xml(Documents.order(body));
  }

  private String xml(byte[] bytes) {
    Printer printer = new Printer();
    new SetXml().write(Documents.only(reader.read(bytes)), printer);
    return printer.text.toString();
  }

  static final class Printer implements SetXml.Handler {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    @Override
    public void startLoop(String name) {
      text.append(" ".repeat(open.size())).append('<').append(name).append(">\n");
      open.push(name);
    }

    @Override
    public void segment(String name, Segment segment) {
      text.append(" ".repeat(open.size())).append('<').append(name);
      segment.attributes(
          (n, r, c, value) -> {
            String component = c == 0 ? "" : "%02d".formatted(c) + (r == 1 ? "" : "_" + r);
            text.append(" %s%02d%s=%s".formatted(name, n, component, value));
          });
      text.append("/>\n");
    }

    @Override
    public void endLoop() {
      String name = open.pop();
      text.append(" ".repeat(open.size())).append("</").append(name).append(">\n");
    }
  }
}
