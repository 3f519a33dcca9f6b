package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.intake.child.Reading;
import java.util.Map;

/** What is done with papers in a process of its own. */
public final class PaperTasks {

  static final String READ = "paper";
  static final String PICTURE = "page";
  static final String SCAN = "scan";

  private static final ObjectMapper JSON = new ObjectMapper();

  private PaperTasks() {}

  /** {@code paper PDF}: its words as JSON. {@code page 2}, {@code scan 2}: a page as PNG. */
  public static Map<String, Reading.Task> all() {
    return Map.of(
        READ, (file, kind) -> JSON.writeValueAsBytes(read(PaperKind.valueOf(kind), file)),
        PICTURE, (file, page) -> PageImage.png(file, Integer.parseInt(page), PageImage.DPI),
        SCAN, (file, page) -> PageImage.png(file, Integer.parseInt(page), PageImage.SCAN_DPI));
  }

  static Paper read(PaperKind kind, byte[] bytes) {
    try {
      return switch (kind) {
        case PDF -> PdfPaper.read(bytes);
        case WORKBOOK -> WorkbookPaper.read(bytes);
        case PICTURE -> PicturePaper.read(bytes);
        case HTML -> HtmlPaper.read(bytes);
        case TEXT -> TextPaper.read(bytes);
      };
    } catch (StackOverflowError e) {
      return Paper.unreadable(kind.word(), "It is nested too deeply to be read.");
    }
  }
}
