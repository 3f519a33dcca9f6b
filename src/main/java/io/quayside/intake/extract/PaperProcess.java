package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The process that reads one file and ends: {@code read-paper pdf}, the file on standard input, its
 * words as JSON on standard output. What a hostile file does to it, it does to nobody else.
 */
public final class PaperProcess {
  private PaperProcess() {}

  /**
   * Reads the file.
   *
   * @param args {@code read-paper}, the kind of the file, and the page when a picture is wanted
   */
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    PrintStream out = System.out;
    System.setOut(System.err);
    byte[] bytes = System.in.readAllBytes();
    if (args.length > 2) {
      out.write(PageImage.png(bytes, Integer.parseInt(args[2])));
      out.flush();
      System.exit(0);
    }
    Paper paper = read(PaperKind.valueOf(args[1]), bytes);
    write(paper, out);
    System.exit(0);
  }

  static Paper read(PaperKind kind, byte[] bytes) {
    try {
      return switch (kind) {
        case PDF -> PdfPaper.read(bytes);
        case WORKBOOK -> WorkbookPaper.read(bytes);
        case HTML -> HtmlPaper.read(bytes);
        case TEXT -> TextPaper.read(bytes);
      };
    } catch (OutOfMemoryError | StackOverflowError e) {
      return Paper.unreadable(kind.word(), "It needs more memory than a file may take.");
    }
  }

  private static void write(Paper paper, OutputStream out) throws IOException {
    new ObjectMapper().writeValue(out, paper);
    out.flush();
  }
}
