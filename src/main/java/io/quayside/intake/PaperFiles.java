package io.quayside.intake;

import io.quayside.intake.extract.PaperKind;
import java.util.Locale;
import java.util.Optional;

/** Which files are documents for people. Plain Java, for the command line too. */
public final class PaperFiles {

  private PaperFiles() {}

  /** How such a file is read; empty when it is none. */
  public static Optional<PaperKind> kind(Recognition.Recognised seen) {
    return switch (seen.format()) {
      case PDF -> Optional.of(PaperKind.PDF);
      case OFFICE, OLD_OFFICE -> Optional.of(PaperKind.WORKBOOK);
      case PICTURE -> Optional.of(PaperKind.PICTURE);
      case TEXT -> Optional.of(PaperKind.TEXT);
      case XML -> html(seen.document()) ? Optional.of(PaperKind.HTML) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean html(String root) {
    return switch (root.toLowerCase(Locale.ROOT)) {
      case "html", "body", "div", "p", "table", "br", "span", "meta", "head", "style", "font" ->
          true;
      default -> false;
    };
  }
}
