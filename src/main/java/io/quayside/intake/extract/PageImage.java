package io.quayside.intake.extract;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page of a PDF, or a picture, as PNG of so many dots per inch. */
final class PageImage {

  /** What people look at. */
  static final float DPI = 100;

  /** What a program that reads letters needs. */
  static final float SCAN_DPI = 300;

  private static final double MOST_POINTS = 2400;
  private static final long MOST_DOTS = 40_000_000;
  private static final byte[] NONE = new byte[0];

  private PageImage() {}

  /** The page as PNG; empty when there is none or it cannot be drawn. */
  static byte[] png(byte[] bytes, int page, float dpi) {
    try {
      return isPdf(bytes) ? ofPdf(bytes, page, dpi) : ofPicture(bytes, page, dpi);
    } catch (IOException | RuntimeException e) {
      return NONE;
    }
  }

  private static boolean isPdf(byte[] bytes) {
    return new String(bytes, 0, Math.min(1024, bytes.length), StandardCharsets.ISO_8859_1)
        .contains("%PDF");
  }

  private static byte[] ofPdf(byte[] bytes, int page, float dpi) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      if (page < 1 || page > Math.min(document.getNumberOfPages(), PdfPaper.MOST_PAGES)) {
        return NONE;
      }
      PDPage wanted = document.getPage(page - 1);
      double width = wanted.getCropBox().getWidth() * dpi / 72;
      double height = wanted.getCropBox().getHeight() * dpi / 72;
      boolean large = Math.max(width, height) > MOST_POINTS * dpi / 72;
      if (large || width * height > MOST_DOTS) {
        return NONE;
      }
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      ImageType colours = dpi > DPI ? ImageType.GRAY : ImageType.RGB;
      return written(renderer.renderImageWithDPI(page - 1, dpi, colours));
    }
  }

  private static byte[] ofPicture(byte[] bytes, int page, float dpi) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return NONE;
      }
      ImageReader reader = readers.next();
      reader.setInput(in);
      int dots = reader.getWidth(page - 1);
      int rows = reader.getHeight(page - 1);
      ImageReadParam param = reader.getDefaultReadParam();
      int step = (int) Math.ceil(Math.sqrt((double) dots * rows / MOST_DOTS));
      param.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
      BufferedImage whole = reader.read(page - 1, param);
      double points = PicturePaper.points(dots, rows);
      return written(scaled(whole, points * dots * dpi / 72 / whole.getWidth(), dpi > DPI));
    }
  }

  private static BufferedImage scaled(BufferedImage whole, double factor, boolean gray) {
    int width = Math.max(1, (int) Math.round(whole.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(whole.getHeight() * factor));
    BufferedImage image =
        new BufferedImage(
            width, height, gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(whole, 0, 0, width, height, null);
    graphics.dispose();
    return image;
  }

  private static byte[] written(BufferedImage image) throws IOException {
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      Rules.wipe(image);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
