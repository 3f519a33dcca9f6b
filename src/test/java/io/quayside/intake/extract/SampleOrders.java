package io.quayside.intake.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The printed orders for tests of the whole hub, each under a number of its own. */
public final class SampleOrders {
  private SampleOrders() {}

  public static byte[] pdf(String name, String number) throws IOException {
    return PdfLayouts.letter(ExtractionProofTest.sheet(name).numbered(number));
  }

  public static byte[] text(String name, String number) throws IOException {
    return TextLayouts.columns(ExtractionProofTest.sheet(name).numbered(number))
        .getBytes(StandardCharsets.UTF_8);
  }
}
