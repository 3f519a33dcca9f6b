package io.quayside.intake.extract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page of a PDF as a picture of 100 dots per inch. */
final class PageImage {
  static final float DPI = 100;
  private static final double MOST_POINTS = 2400;

  private PageImage() {}

  /** The page as PNG; empty when it cannot be drawn. */
  static byte[] png(byte[] bytes, int page) {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      if (page < 1 || page > Math.min(document.getNumberOfPages(), PdfPaper.MOST_PAGES)) {
        return new byte[0];
      }
      PDPage wanted = document.getPage(page - 1);
      if (Math.max(wanted.getCropBox().getWidth(), wanted.getCropBox().getHeight()) > MOST_POINTS) {
        return new byte[0];
      }
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      BufferedImage image = renderer.renderImageWithDPI(page - 1, DPI, ImageType.RGB);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException | RuntimeException e) {
      return new byte[0];
    }
  }
}
