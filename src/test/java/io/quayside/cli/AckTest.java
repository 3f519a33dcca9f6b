package io.quayside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AckTest {
  private static final String AT = "--at=2026-11-21T16:05:00Z";

  @TempDir private Path folder;
  private SampleFiles files;

  @BeforeEach
  void files() {
    files = new SampleFiles(folder);
  }

  @Test
  void aRightOrderGetsThe997ThatWasWorkedOutByHand() {
    CommandLineRun run = ack(SampleFiles.interchange(SampleFiles.ORDER), AT, "--control", "42");

    assertThat(run.out())
        .isEqualTo(
            "ISA*00*          *00*          *01*123456789      *ZZ*ACMEEDI        "
                + "*261121*1605*U*00401*000000042*0*P*>~"
                + "GS*FA*QUAYGS*ACMEGS*20261121*1605*42*X*004010VICS~"
                + "ST*997*0001~AK1*PO*77~AK2*850*0001~AK5*A~AK9*A*1*1*1~SE*6*0001~"
                + "GE*1*42~IEA*1*000000042~\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void errorsAreNotedInThe997AndBesideIt() {
    CommandLineRun run = ack(SampleFiles.interchange(SampleFiles.ODD_DATE), AT);

    assertThat(run.out())
        .contains("AK2*850*0001~AK3*DTM*3**8~AK4*2*373*8*20261340~AK5*E*5~AK9*E*1*1*1~SE*8*0001~");
    assertThat(run.err())
        .isEqualTo(
            folder
                + "/in.edi: interchange 000000905, group 77, 850 0001: error: DTM02 `20261340` "
                + "(segment 3, line 5, byte 211): is no date. "
                + "Give it as CCYYMMDD, for example 20261201.\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aTa1ThatWasAskedForComesFirstAndCountsForItself() {
    String text = SampleFiles.interchange(SampleFiles.ORDER).replace("*0*P*>", "*1*T*>");

    CommandLineRun run = ack(text, AT, "--control", "999999999");

    assertThat(run.out())
        .isEqualTo(
            "ISA*00*          *00*          *01*123456789      *ZZ*ACMEEDI        "
                + "*261121*1605*U*00401*999999999*0*T*>~TA1*000000905*261120*1000*A*000~"
                + "IEA*0*999999999~\n"
                + "ISA*00*          *00*          *01*123456789      *ZZ*ACMEEDI        "
                + "*261121*1605*U*00401*000000001*0*T*>~"
                + "GS*FA*QUAYGS*ACMEGS*20261121*1605*999999999*X*004010VICS~"
                + "ST*997*0001~AK1*PO*77~AK2*850*0001~AK5*A~AK9*A*1*1*1~SE*6*0001~"
                + "GE*1*999999999~IEA*1*000000001~\n");
  }

  @Test
  void edifactGetsAContrlAskedForOrNot() {
    String text =
        "UNB+UNOB:2+5412345000013:14+4012345000009:14+261120:1000+905++++++1'"
            + "UNH+1+ORDERS:D:96A:UN:EAN008'BGM+220+4500000042+9'DTM+137:20261120:102'"
            + "NAD+BY+5412345000013::9'LIN+1++4012345678901:EN'QTY+21:100'UNS+S'UNT+8+1'UNZ+1+905'";

    CommandLineRun run = ack(text, AT);

    assertThat(run.out())
        .isEqualTo(
            "UNB+UNOB:2+4012345000009:14+5412345000013:14+261121:1605+1++++++1'"
                + "UNH+1+CONTRL:D:3:UN'UCI+905+5412345000013:14+4012345000009:14+7'"
                + "UCM+1+ORDERS:D:96A:UN:EAN008+7'UNT+4+1'UNZ+1+1'\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void aContrlKeepsTheSyntaxReceivedWhereItHoldsTheNames() {
    String orders =
        "UNB+%s+%s:14+2:14+261121:1000+905'UNH+1+ORDERS:D:96A:UN'BGM+220+42+9'UNT+3+1'UNZ+1+905'";

    assertThat(ack(orders.formatted("UNOA:3", "ACME"), AT).out()).startsWith("UNB+UNOA:3+2:14+");
    assertThat(ack(orders.formatted("UNOY:4", "ACME"), AT).out()).startsWith("UNB+UNOY:4+2:14+");
    assertThat(ack(orders.formatted("UNOA:3", "acme"), AT).out()).startsWith("UNB+UNOC:3+2:14+");
  }

  /** Read by the schema of the last release known: what that does not allow may be right there. */
  @ParameterizedTest
  @CsvSource({"007010,00701", "008010,00801", "008020,00801"})
  void aReleaseAfterTheLastOneKnownIsAnsweredInItsOwnAndNeverRejectedForIt(
      String release, String isaVersion) {
    String order =
        "ST*850*0001*%s~\nBEG*00*SA*4500000042**20261120~\nREF*DP*%s~\nQQQ*1~\nPO1*10*40*EA*12.50**VP*W-001*VP~\nCTT*1~\nSE*7*0001~\n"
            .formatted(release, "9".repeat(100));
    String text =
        SampleFiles.interchange(order)
            .replace("*U*00401*", "*^*" + isaVersion + "*")
            .replace("004010VICS", release);

    CommandLineRun run = ack(text, AT);

    assertThat(run.out())
        .startsWith("ISA*00*")
        .contains(
            "*^*%s*000000001*0*P*>~GS*FA*QUAYGS*ACMEGS*20261121*1605*1*X*%s~ST*997*0001~AK1*PO*77*%s~AK2*850*0001*%s~AK5*A~AK9*A*1*1*1~"
                .formatted(isaVersion, release, release, release));
    assertThat(run.err())
        .contains("note: ST", "release " + release, "it was read as 006030")
        .doesNotContain("error:", "fatal:");
    assertThat(run.code()).isZero();
  }

  @Test
  void aRejectedEnvelopeGetsATa1Only() {
    String text = SampleFiles.interchange(SampleFiles.ORDER).replace("IEA*1*000000905", "IEA*1*6");

    CommandLineRun run = ack(text, AT);

    assertThat(run.out())
        .contains("TA1*000000905*261120*1000*R*001~IEA*0*000000001~")
        .doesNotContain("997");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void everyFileAndGroupGetsTheNextNumber() {
    String text = SampleFiles.interchange(SampleFiles.ORDER);
    String first = files.file("a.edi", text);
    String second = files.file("b.edi", text.replace("*77", "*78"));

    CommandLineRun run = CommandLineRun.of("ack", AT, "--control=7", first, second);

    assertThat(run.out().lines())
        .hasSize(2)
        .satisfiesExactly(
            one -> assertThat(one).contains("*000000007*0*P", "*1605*7*X*", "AK1*PO*77~"),
            two -> assertThat(two).contains("*000000008*0*P", "*1605*8*X*", "AK1*PO*78~"));
  }

  @Test
  void anAcknowledgmentIsNotAcknowledged() {
    String set = "ST*997*0001~\nAK1*PR*7~\nAK9*A*1*1*1~\nSE*4*0001~\n";

    CommandLineRun run = ack(SampleFiles.interchange(set).replace("GS*PO", "GS*FA"), AT);

    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            folder
                + "/in.edi: interchange 000000905: note: There is nothing in it that is answered.\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void anAddressThatCannotBeAnsweredIsSaid() {
    String text =
        SampleFiles.interchange(SampleFiles.ORDER).replace('*', '|').replace("ACMEGS", "ACME*S");

    CommandLineRun run = ack(text, AT);

    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("interchange 000000905: fatal: It cannot be answered: GS03 `ACME*S` holds")
        .contains("Have the sender mend its envelope.");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void ourZoneCountsWhereItIsSet() {
    byte[] text = SampleFiles.interchange(SampleFiles.ORDER).getBytes();
    Map<String, String> zone = Map.of("QUAYSIDE_ZONE", "Asia/Tokyo");

    assertThat(CommandLineRun.of(zone, text, "ack", AT, "-").out()).contains("*261122*0105*U*");
    assertThat(
            CommandLineRun.of(Map.of(), text, "ack", "--at=2026-11-21T10:05:00-06:00", "-").out())
        .contains("*261121*1005*U*");
  }

  @Test
  void aWrongNumberOrTimeIsRefusedBeforeAnythingIsRead() {
    assertThat(ack("", "--control", "1000000000"))
        .satisfies(run -> assertThat(run.code()).isEqualTo(64))
        .satisfies(
            run ->
                assertThat(run.err())
                    .startsWith(
                        "--control `1000000000`: a control number is 1 to 999999999.\nUsage: "));
    assertThat(ack("", "--at", "yesterday").code()).isEqualTo(64);
  }

  @Test
  void aPartnerFileSaysWhatIsAnswered() {
    String orders =
        "UNB+UNOC:3+1:14+2:14+261121:1000+905'UNH+1+ORDERS:D:96A:UN'BGM+220+42+9'UNT+3+1'UNZ+1+905'";
    String right =
        "UNB+UNOC:3+1:14+2:14+261121:1000+906'UNH+1+CONTRL:D:3:UN'UCI+7+2:14+1:14+7'UNT+3+1'UNZ+1+906'";
    String never = partner("edifact: {contrl: never}");
    String onError = partner("edifact: {contrl: on-error}");
    String strict = partner("agreement: {strict: true}\nx12: {newline: true}");

    assertThat(ack(orders, AT).out()).contains("UCI+905");
    assertThat(ack(orders, AT, "--partner", never).out()).isEmpty();
    assertThat(ack(orders, AT, "--partner=" + onError).out())
        .contains("UCI+905+1:14+2:14+7'UCM+1+ORDERS:D:96A:UN+4");
    assertThat(ack(right, AT, "--partner", onError).out()).isEmpty();
    assertThat(ack(SampleFiles.interchange(SampleFiles.ODD_DATE), AT, "--partner", strict).out())
        .contains("AK5*R*5~\nAK9*R*1*1*0~\n");
  }

  @Test
  void aPartnerFileThatIsNotRightIsSaid() {
    assertThat(ack("", "--partner", folder.resolve("none.partner.yaml").toString()).err())
        .contains("none.partner.yaml` cannot be read. Name a partner file.");
    CommandLineRun run = ack("", "--partner", partner("edifact: {contrl: sometimes}"));
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("edifact.contrl", "sometimes");
  }

  private String partner(String settings) {
    String id = "p" + Math.abs(settings.hashCode());
    return files.file(
        id + ".partner.yaml",
        """
        name: Acme
        identifiers: [{scheme: edifact, qualifier: "14", value: "1"}, {scheme: x12, qualifier: ZZ, value: ACMEEDI}]
        channels: {out: {kind: folder}}
        """
            + "id: "
            + id
            + "\n"
            + settings);
  }

  private CommandLineRun ack(String text, String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "ack";
    System.arraycopy(options, 0, args, 1, options.length);
    args[args.length - 1] = files.file("in.edi", text);
    return CommandLineRun.of(args);
  }
}
