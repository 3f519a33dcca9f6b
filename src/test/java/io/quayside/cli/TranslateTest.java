package io.quayside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateTest {
  private static final String CANONICAL =
      """
      {"poNumber":"4500000042","poDate":"2026-11-20","purpose":"original","purposeCode":"00","type":"stand-alone","typeCode":"SA",\
      "lines":[{"lineNumber":"10","lineNumberSent":"10","quantity":"100","unit":"EA","price":{"amount":"12.50","per":"1","unit":"EA"},\
      "ids":[{"scheme":"vendor","code":"VP","value":"W-001"}]}],"totals":{"lineCount":1},\
      "source":{"format":"x12","document":"850","set":"0001","version":"004010VICS","interchange":"000000905","group":"77"},"test":false}
      """;

  @TempDir private Path folder;
  private SampleFiles files;

  @BeforeEach
  void files() {
    files = new SampleFiles(folder);
  }

  @Test
  void anOrderIsOneLineOfJsonAndNothingElse() {
    String file = files.file("in.edi", SampleFiles.interchange(SampleFiles.ORDER));

    assertThat(CommandLineRun.of("translate", file))
        .isEqualTo(new CommandLineRun(0, CANONICAL, ""));
  }

  @Test
  void aRejectedOrderIsLeftOutAndSaid() {
    String sets = SampleFiles.ORDER + SampleFiles.NO_BEG;
    String file = files.file("in.edi", SampleFiles.interchange(sets));
    String place = file + ": interchange 000000905, group 77, 850 0002: ";

    CommandLineRun run = CommandLineRun.of("translate", file);

    assertThat(run.out()).isEqualTo(CANONICAL);
    assertThat(run.err().lines())
        .containsExactly(
            place
                + "fatal: BEG (segment 2, line 9, byte 265): the mandatory segment BEG is missing before PO1. Add it.",
            place
                + "note: It is rejected, so no order was written. Validate says what must be mended.");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void whatTheMappingFindsOddIsAnError() {
    String set = SampleFiles.ORDER.replace("CTT*1", "CTT*2");
    String file = files.file("in.edi", SampleFiles.interchange(set));

    CommandLineRun run = CommandLineRun.of("translate", file);

    assertThat(run.out()).isEqualTo(CANONICAL.replace("\"lineCount\":1", "\"lineCount\":2"));
    assertThat(run.err())
        .isEqualTo(
            file
                + ": interchange 000000905, group 77, 850 0001: error: totals.lineCount `2`: the sender counts 2 lines, the order has 1. Ask the sender whether a line is missing or wrong.\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void anotherDocumentIsNoOrder() {
    String set = "ST*997*0001~\nAK1*PR*7~\nAK9*A*1*1*1~\nSE*4*0001~\n";
    String file = files.file("in.edi", SampleFiles.interchange(set).replace("GS*PO", "GS*FA"));

    assertThat(CommandLineRun.of("translate", file))
        .isEqualTo(
            new CommandLineRun(
                0,
                "",
                file
                    + ": interchange 000000905, group 77, 997 0001: note: No mapping makes an order of it.\n"));
  }

  @Test
  void findingsAsJsonStandBesideTheOrders() {
    String file = files.file("in.edi", SampleFiles.interchange(SampleFiles.ORDER));

    CommandLineRun run = CommandLineRun.of("translate", "--json", file);

    assertThat(run.out()).isEqualTo(CANONICAL);
    assertThat(run.err())
        .startsWith("{\"file\":\"" + file + "\",\"outcome\":\"accepted\"")
        .endsWith("\"findings\":[]}\n");
  }

  @Test
  void evidenceSaysWhereEachValueStands() {
    String text = SampleFiles.interchange(SampleFiles.ORDER);
    String file = files.file("in.edi", text);
    int quantity = text.indexOf("PO1*10*100") + "PO1*10*".length();

    CommandLineRun run = CommandLineRun.of("translate", "--evidence", file);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith(CANONICAL.substring(0, CANONICAL.lastIndexOf('}')) + ",\"evidence\":{")
        .contains(
            "\"/lines/0/quantity\":[{\"where\":\"PO102\",\"line\":5,\"byte\":" + quantity + "}]");
  }

  @Test
  void anEdifactOrderIsTranslatedToo() {
    String file =
        files.file(
            "in.edi",
            """
            UNB+UNOC:3+5412345000013:14+5412345000105:14+261120:1430+42'
            UNH+1+ORDERS:D:96A:UN'
            BGM+220+4500000042+9'
            DTM+137:20261120:102'
            NAD+BY+5412345000013::9'
            LIN+10++4000862141404:EN'
            QTY+21:48:PCE'
            UNS+S'
            UNT+8+1'
            UNZ+1+42'
            """);

    assertThat(CommandLineRun.of("translate", file))
        .isEqualTo(
            new CommandLineRun(
                0,
                """
                {"poNumber":"4500000042","poDate":"2026-11-20","purpose":"original","purposeCode":"9","type":"stand-alone","typeCode":"220",\
                "buyer":{"role":"buyer","roleCode":"BY","ids":[{"scheme":"gln","code":"9","value":"5412345000013"}]},\
                "parties":[{"role":"buyer","roleCode":"BY","ids":[{"scheme":"gln","code":"9","value":"5412345000013"}]}],\
                "lines":[{"lineNumber":"10","lineNumberSent":"10","quantity":"48","unit":"PCE",\
                "ids":[{"scheme":"gtin","code":"EN","value":"04000862141404","sent":"4000862141404"}]}],\
                "source":{"format":"edifact","document":"ORDERS","set":"1","version":"D96A","interchange":"42"},"test":false}
                """,
                ""));
  }

  @Test
  void anOrderWhoseEnvelopeTurnsOutWrongIsLeftOutAndTheNextOneIsWhole() {
    String right = SampleFiles.interchange(SampleFiles.ORDER);
    String wrong =
        right.replace("IEA*1*000000905", "IEA*1*000000906").replace("4500000042", "4500000041");
    String file = files.file("in.edi", wrong + right);

    CommandLineRun run = CommandLineRun.of("translate", file);

    assertThat(run.out()).isEqualTo(CANONICAL);
    assertThat(run.err()).contains("850 0001: note: It is rejected, so no order was written.");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void ordersOfOtherFormatsAreTranslatedToo() throws java.io.IOException {
    Path formats = Path.of("src/test/resources/formats");
    CommandLineRun run =
        CommandLineRun.of(
            "translate",
            "--evidence",
            formats.resolve("csv/in.csv").toString(),
            formats.resolve("cxml/in.xml").toString());

    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out())
        .contains("\"poNumber\":\"4500\"", "\"poNumber\":\"4501\"", "\"poNumber\":\"PO-6112\"");
    assertThat(run.out()).contains("\"/lines/0/quantity\":[{\"where\":\"quantity\",\"line\":2}]");
    assertThat(run.out() + run.err()).doesNotContain("do-not-show");
    assertThat(run.err()).contains("farbe `blau` (line 2): no rule of the mapping takes it");
  }

  @Test
  void aCanonicalOrderIsHeldToTheContract() {
    String right =
        files.file("right.json", "{\"poNumber\":\"1\",\"lines\":[{\"quantity\":\"2\"}]}");
    String wrong = files.file("wrong.json", "{\"poNumber\":\"1\",\"lines\":[{\"quantity\":2}]}");

    assertThat(CommandLineRun.of("translate", right).out())
        .isEqualTo("{\"poNumber\":\"1\",\"lines\":[{\"quantity\":\"2\"}]}\n");
    CommandLineRun refused = CommandLineRun.of("translate", wrong);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("/lines/0/quantity");
  }
}
