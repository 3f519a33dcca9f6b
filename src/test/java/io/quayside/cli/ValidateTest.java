package io.quayside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateTest {
  @TempDir private Path folder;
  private SampleFiles files;

  @BeforeEach
  void files() {
    files = new SampleFiles(folder);
  }

  @Test
  void aRightFileIsSaidToBeRight() {
    String file = files.file("in.edi", SampleFiles.interchange(SampleFiles.ORDER));

    assertThat(CommandLineRun.of("validate", file))
        .isEqualTo(
            new CommandLineRun(
                0,
                file
                    + """
                    : accepted
                      Interchange 000000905 from ZZ ACMEEDI to 01 123456789: accepted
                        Group PO 77, version 004010VICS, 1 document: accepted
                          850 0001, 5 segments: accepted
                    """,
                ""));
  }

  @Test
  void whatIsWrongStandsUnderTheDocumentThatHasIt() {
    String sets = SampleFiles.ODD_DATE + SampleFiles.NO_BEG;
    String file = files.file("in.edi", SampleFiles.interchange(sets).replace("*P*>", "*T*>"));

    CommandLineRun run = CommandLineRun.of("validate", file);

    assertThat(run.out())
        .isEqualTo(
            file
                + """
                : rejected, at least in part
                  Interchange 000000905 from ZZ ACMEEDI to 01 123456789, a test: accepted
                    Group PO 77, version 004010VICS, 2 documents: partially accepted
                      850 0001, 6 segments: accepted with errors noted
                        error: DTM02 `20261340` (segment 3, line 5, byte 211): is no date. Give it as CCYYMMDD, for example 20261201.
                      850 0002, 4 segments: rejected
                        fatal: BEG (segment 2, line 10, byte 283): the mandatory segment BEG is missing before PO1. Add it.
                """);
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void inALargeGroupOnlyTheOddOnesAreNamed() {
    StringBuilder sets = new StringBuilder();
    for (int i = 1; i <= 30; i++) {
      String set = i == 17 ? SampleFiles.ODD_DATE : SampleFiles.ORDER;
      sets.append(set.replace("*0001", "*%04d".formatted(i)));
    }
    String file = files.file("in.edi", SampleFiles.interchange(sets.toString()));

    assertThat(CommandLineRun.of("validate", file).out().lines().skip(2))
        .hasSize(4)
        .contains("      850 0017, 6 segments: accepted with errors noted")
        .endsWith("      29 more documents: accepted");
  }

  @Test
  void findingsAsJsonAreOneObjectAFile() {
    String file = files.file("in.edi", SampleFiles.interchange(SampleFiles.ODD_DATE));

    CommandLineRun run = CommandLineRun.of("validate", "--json", file, folder + "/none.edi");

    assertThat(run.out())
        .isEqualTo(
            """
            {"file":"%s","outcome":"accepted-with-errors","interchanges":[{"controlNumber":"000000905","sender":"ACMEEDI","senderQualifier":"ZZ","receiver":"123456789","receiverQualifier":"01","test":false,"verdict":"accepted","groups":[{"functionalId":"PO","controlNumber":"77","version":"004010VICS","verdict":"accepted-with-errors","documents":[{"type":"850","controlNumber":"0001","verdict":"accepted-with-errors"}]}]}],"findings":[{"severity":"error","level":"element","code":"8","interchange":"000000905","group":"77","type":"850","document":"0001","where":"DTM02","line":5,"byte":211,"value":"20261340","why":"is no date","remedy":"Give it as CCYYMMDD, for example 20261201","text":"DTM02 `20261340` (segment 3, line 5, byte 211): is no date. Give it as CCYYMMDD, for example 20261201."}]}
            {"file":"%s/none.edi","outcome":"unreadable","interchanges":[],"findings":[{"severity":"fatal","level":"file","why":"There is no such file in %s.","remedy":"Mend the name.","text":"There is no such file in %s. Mend the name."}]}
            """
                .formatted(
                    file, folder, Path.of("").toAbsolutePath(), Path.of("").toAbsolutePath()));
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void edifactIsValidatedToo() {
    String text =
        """
        UNB+UNOC:3+5412345000013:14+4012345000009:14+261120:1000+905'
        UNH+1+ORDERS:D:96A:UN:EAN008'
        BGM+220+4500000042+9'
        DTM+137:20261120:102'
        UNT+5+1'
        UNZ+1+905'
        """;

    CommandLineRun run = CommandLineRun.of("validate", files.file("orders.edi", text));

    assertThat(run.out())
        .isEqualTo(
            """
            %s/orders.edi: rejected, at least in part
              Interchange 905 from 14 5412345000013 to 14 4012345000009: accepted
                In no group, 1 document: rejected
                  ORDERS 1, version D96A, 4 segments: rejected
                    fatal: UNT01 `5` (segment 4, line 5, byte 140): the set has 4 segments, UNH and UNT among them. Correct the count.
            """
                .formatted(folder));
    assertThat(run.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{\"poNumber\":\"1\"}|This is JSON, which is not read here. Ask for it as X12 or EDIFACT.",
        "%PDF-1.7|This is a PDF, which is not read here. Ask for it as X12 or EDIFACT.",
        "\"  \"|The file has only blanks. Ask the sender for it again.",
        "\"\"|The file is empty. Ask the sender for it again.",
      })
  void whatIsNoEdiIsSaidToBeWhatItIs(String text, String said) {
    String file = files.file("in", text.replace("\"\"", "\""));

    CommandLineRun run = CommandLineRun.of("validate", file);

    assertThat(run.out()).isEqualTo(file + ": not readable\n  fatal: " + said + "\n");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void aLargeInterchangeIsReadPartByPart() {
    StringBuilder sets = new StringBuilder();
    for (int i = 1; i <= 3000; i++) {
      sets.append(SampleFiles.ORDER.replace("0001", "%04d".formatted(i)));
    }
    String file =
        files.file("in.edi", SampleFiles.interchange(sets.toString()).replace("GE*1*", "GE*3000*"));

    CommandLineRun run = CommandLineRun.of("validate", file);

    assertThat(run.out()).contains("3000 documents: accepted");
    assertThat(run.code()).isZero();
  }

  @Test
  void halfAnIsaIsNotReadable() {
    String file = files.file("in.edi", SampleFiles.ISA.substring(0, 60));

    CommandLineRun run = CommandLineRun.of("validate", file);

    assertThat(run.out()).startsWith(file + ": not readable\n").contains("the ISA is cut off");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void aFolderIsNoFile() {
    CommandLineRun run = CommandLineRun.of("validate", folder.toString());

    assertThat(run.out())
        .isEqualTo(folder + ": not readable\n  fatal: This is a folder. Name the files in it.\n");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void theWorstOfSeveralFilesIsTheExitCode() {
    String right = files.file("right.edi", SampleFiles.interchange(SampleFiles.ORDER));
    String odd = files.file("odd.edi", SampleFiles.interchange(SampleFiles.ODD_DATE));
    String wrong = files.file("wrong.edi", SampleFiles.interchange(SampleFiles.NO_BEG));

    assertThat(CommandLineRun.of("validate", odd, right).code()).isEqualTo(1);
    assertThat(CommandLineRun.of("validate", odd, wrong, right).code()).isEqualTo(2);
    assertThat(CommandLineRun.of("validate", "none", wrong, right).code()).isEqualTo(3);
  }

  @Test
  void standardInputIsReadOnce() {
    byte[] text = SampleFiles.interchange(SampleFiles.ORDER).getBytes();

    CommandLineRun run = CommandLineRun.of(Map.of(), text, "validate", "-", "-");

    assertThat(run.out())
        .startsWith("standard input: accepted\n")
        .endsWith(
            "standard input: not readable\n  fatal: It was read already. Name - only once.\n");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void receivedTextDoesNotSteerTheTerminal() {
    String set = SampleFiles.ORDER.replace("0001", "\u001B[2J");
    String file = files.file("in.edi", SampleFiles.interchange(set));

    assertThat(CommandLineRun.of("validate", file).out())
        .contains("850 ?[2J")
        .doesNotContain("\u001B");
  }

  @Test
  void whenNobodyReadsTheOutputItIsSaid() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), closed, err);
    String file = files.file("in.edi", SampleFiles.interchange(SampleFiles.ORDER));

    int code = Commands.run(new String[] {"validate", file}, terminal, Map.of());

    assertThat(code).isEqualTo(3);
    assertThat(err).hasToString("The output could not be written to its end: Broken pipe.\n");
  }

  @Test
  void aWrongCommandLineSaysHowItIsMeant() {
    assertThat(CommandLineRun.of("validate"))
        .satisfies(run -> assertThat(run.code()).isEqualTo(64))
        .satisfies(
            run ->
                assertThat(run.err())
                    .startsWith("No file is named; - is standard input.\nUsage: "));
    assertThat(CommandLineRun.of("validate", "--at=x", "f").err())
        .startsWith("`--at=x` is no option of validate.\nUsage: ");
    assertThat(CommandLineRun.of(Map.of("QUAYSIDE_CONFIG", "/none"), new byte[0], "validate", "x"))
        .satisfies(run -> assertThat(run.code()).isEqualTo(64))
        .satisfies(
            run ->
                assertThat(run.err())
                    .startsWith("quayside.config `/none` is not a folder. Name the folder"));
    assertThat(CommandLineRun.of("ack", "--help").out()).startsWith("Usage: validate");
  }
}
