package io.quayside.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Own small X12 files in a folder. */
record SampleFiles(Path folder) {
  static final String ISA =
      "ISA*00*          *00*          *ZZ*ACMEEDI        *01*123456789      "
          + "*261120*1000*U*00401*000000905*0*P*>~\n";
  static final String ORDER =
      """
      ST*850*0001~
      BEG*00*SA*4500000042**20261120~
      PO1*10*100*EA*12.50**VP*W-001~
      CTT*1~
      SE*5*0001~
      """;

  /** A date that does not exist. */
  static final String ODD_DATE =
      """
      ST*850*0001~
      BEG*00*SA*4500000042**20261120~
      DTM*002*20261340~
      PO1*10*100*EA*12.50**VP*W-001~
      CTT*1~
      SE*6*0001~
      """;

  /** Without BEG. */
  static final String NO_BEG =
      """
      ST*850*0002~
      PO1*10*100*EA*12.50**VP*W-001~
      CTT*1~
      SE*4*0002~
      """;

  static String interchange(String sets) {
    int count = sets.split("(?m)^ST\\*", -1).length - 1;
    return ISA
        + "GS*PO*ACMEGS*QUAYGS*20261120*1000*77*X*004010VICS~\n"
        + sets
        + "GE*%d*77~\nIEA*1*000000905~\n".formatted(count);
  }

  /** Its path. */
  String file(String name, String text) {
    try {
      return Files.write(folder.resolve(name), text.getBytes(ISO_8859_1)).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
