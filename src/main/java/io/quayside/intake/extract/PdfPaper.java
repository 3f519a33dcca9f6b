package io.quayside.intake.extract;

import io.quayside.intake.extract.Paper.Page;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The words of a PDF with a text layer, by the positions of their glyphs. */
final class PdfPaper {
  static final String KIND = "pdf";
  static final int MOST_PAGES = 100;
  private static final int MOST_GLYPHS = 400_000;

  /** A page of 70 dots per inch. */
  private static final long SCAN_DOTS = 450_000;

  /** Rows that a scanner or a fax prints on a picture. */
  private static final int STAMPED = 2;

  private PdfPaper() {}

  static Paper read(byte[] bytes) {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      if (document.getNumberOfPages() > MOST_PAGES) {
        return Paper.unreadable(
            KIND,
            "It has %d pages; more than %d are not read."
                .formatted(document.getNumberOfPages(), MOST_PAGES));
      }
      PDAcroForm form = document.getDocumentCatalog().getAcroForm();
      if (form != null && form.xfaIsDynamic()) {
        return Paper.unreadable(
            KIND,
            "It is a dynamic form (XFA), which only Adobe's programs show. Ask the sender to print it into a PDF.");
      }
      if (form != null) {
        form.flatten();
      }
      return pages(document);
    } catch (InvalidPasswordException e) {
      return Paper.unreadable(
          KIND, "It is locked with a password. Ask the sender for an open one.");
    } catch (IOException | RuntimeException e) {
      return Paper.unreadable(KIND, "It is damaged: " + e.getMessage());
    }
  }

  private static Paper pages(PDDocument document) throws IOException {
    List<Page> pages = new ArrayList<>();
    boolean words = false;
    for (int i = 1; i <= document.getNumberOfPages(); i++) {
      PDPage page = document.getPage(i - 1);
      boolean lying = page.getRotation() % 180 != 0;
      double width = page.getCropBox().getWidth();
      double height = page.getCropBox().getHeight();
      List<Row> rows = new Glyphs(i).rows(document);
      words |= !rows.isEmpty();
      boolean scanned = rows.size() <= STAMPED && scanned(page);
      pages.add(new Page(i, lying ? height : width, lying ? width : height, rows, scanned));
    }
    return new Paper(KIND, pages, !words, null);
  }

  /** Is there a picture as large as a scanner makes of a page? */
  private static boolean scanned(PDPage page) throws IOException {
    PDResources resources = page.getResources();
    if (resources == null) {
      return false;
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)
          && resources.getXObject(name) instanceof PDImageXObject image
          && (long) image.getWidth() * image.getHeight() >= SCAN_DOTS) {
        return true;
      }
    }
    return false;
  }

  /** Collects the glyphs of one page and puts them together to words and rows. */
  private static final class Glyphs extends PDFTextStripper {
    private final int page;
    private final List<TextPosition> glyphs = new ArrayList<>();

    Glyphs(int page) {
      this.page = page;
      setStartPage(page);
      setEndPage(page);
      setSuppressDuplicateOverlappingText(true);
    }

    List<Row> rows(PDDocument document) throws IOException {
      writeText(document, Writer.nullWriter());
      glyphs.sort(Comparator.comparingDouble(TextPosition::getYDirAdj));
      List<Row> rows = new ArrayList<>();
      int from = 0;
      for (int i = 1; i <= glyphs.size(); i++) {
        if (i == glyphs.size() || apart(glyphs.get(from), glyphs.get(i))) {
          row(glyphs.subList(from, i)).ifPresent(rows::add);
          from = i;
        }
      }
      return rows;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
      glyphs.addAll(positions);
      if (glyphs.size() > MOST_GLYPHS) {
        throw new IOException("A page has more than %d characters".formatted(MOST_GLYPHS));
      }
    }

    private static boolean apart(TextPosition first, TextPosition other) {
      return other.getYDirAdj() - first.getYDirAdj() > 0.4 * size(first);
    }

    private static double size(TextPosition glyph) {
      double size = Math.abs(glyph.getFontSizeInPt());
      return size < 1 ? Math.max(1, glyph.getHeightDir()) : size;
    }

    private java.util.Optional<Row> row(List<TextPosition> line) {
      List<TextPosition> sorted = new ArrayList<>(line);
      sorted.sort(Comparator.comparingDouble(TextPosition::getXDirAdj));
      List<Word> words = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      TextPosition first = null;
      TextPosition last = null;
      boolean wide = true;
      for (TextPosition glyph : sorted) {
        String shown = glyph.getUnicode() == null ? "" : glyph.getUnicode();
        if (shown.isBlank()) {
          continue;
        }
        if (last != null) {
          double gap = glyph.getXDirAdj() - end(last);
          double space = space(glyph);
          if (gap > 0.45 * space) {
            add(text, first, last, wide, words);
            text.setLength(0);
            first = null;
            wide = gap > 1.9 * space;
          }
        }
        first = first == null ? glyph : first;
        last = glyph;
        text.append(shown);
      }
      if (last == null) {
        return java.util.Optional.empty();
      }
      add(text, first, last, wide, words);
      if (words.isEmpty()) {
        return java.util.Optional.empty();
      }
      double top = words.stream().mapToDouble(Word::top).min().orElse(0);
      double bottom = words.stream().mapToDouble(Word::bottom).max().orElse(0);
      return java.util.Optional.of(new Row(top, bottom, words));
    }

    private static double end(TextPosition glyph) {
      return glyph.getXDirAdj() + glyph.getWidthDirAdj();
    }

    /** Fonts without a blank say anything here. */
    private static double space(TextPosition glyph) {
      double size = size(glyph);
      double given = glyph.getWidthOfSpace();
      return given > 0.15 * size && given < 0.8 * size ? given : 0.28 * size;
    }

    /** Rules drawn with signs are no words. */
    private void add(
        StringBuilder text, TextPosition first, TextPosition last, boolean wide, List<Word> words) {
      if (!text.toString().matches(TextPaper.RULE)) {
        words.add(word(text, first, last, wide));
      }
    }

    private Word word(StringBuilder text, TextPosition first, TextPosition last, boolean wide) {
      double bottom = first.getYDirAdj();
      double top = bottom - 0.8 * size(first);
      String where =
          String.format(
              Locale.ROOT,
              "page %d (%.0f,%.0f,%.0f,%.0f)",
              page,
              first.getXDirAdj(),
              top,
              end(last),
              bottom + 0.2 * size(first));
      return new Word(text.toString(), first.getXDirAdj(), top, end(last), bottom, wide, where);
    }
  }
}
