package io.quayside.intake.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Draws text on pages; heights count from the top. */
final class Drawing {
  private final PDDocument document = new PDDocument();
  private final PDRectangle size;
  private PDFont font = new PDType1Font(FontName.HELVETICA);
  private double points = 10;
  private PDPageContentStream page;

  Drawing(boolean landscape) {
    this.size =
        landscape
            ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth())
            : PDRectangle.A4;
    next();
  }

  Drawing font(FontName name, double size) {
    font = new PDType1Font(name);
    points = size;
    return this;
  }

  void next() {
    try {
      if (page != null) {
        page.close();
      }
      PDPage added = new PDPage(size);
      document.addPage(added);
      page = new PDPageContentStream(document, added);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double width(String text) {
    try {
      return font.getStringWidth(text) / 1000 * points;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void text(double x, double y, String text) {
    try {
      page.beginText();
      page.setFont(font, (float) points);
      page.newLineAtOffset((float) x, (float) (size.getHeight() - y));
      page.showText(text);
      page.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void right(double x, double y, String text) {
    text(x - width(text), y, text);
  }

  void centred(double x, double y, String text) {
    text(x - width(text) / 2, y, text);
  }

  void line(double x, double y, double toX, double toY) {
    try {
      page.moveTo((float) x, (float) (size.getHeight() - y));
      page.lineTo((float) toX, (float) (size.getHeight() - toY));
      page.stroke();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    try (document) {
      page.close();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
