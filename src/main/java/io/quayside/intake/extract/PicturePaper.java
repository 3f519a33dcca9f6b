package io.quayside.intake.extract;

import io.quayside.intake.extract.Paper.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture (PNG, JPEG, TIFF with several pages): pages without words, as long as A4 is. */
final class PicturePaper {
  static final String KIND = "picture";
  private static final double LONGER_SIDE = 842;

  private PicturePaper() {}

  /** Points per dot. */
  static double points(int width, int height) {
    return LONGER_SIDE / Math.max(width, height);
  }

  static Paper read(byte[] bytes) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Paper.unreadable(KIND, "It is a picture of a kind that is not known.");
      }
      ImageReader reader = readers.next();
      reader.setInput(in);
      List<Page> pages = new ArrayList<>();
      for (int i = 0; i < Math.min(PdfPaper.MOST_PAGES, reader.getNumImages(true)); i++) {
        int width = reader.getWidth(i);
        int height = reader.getHeight(i);
        double points = points(width, height);
        pages.add(new Page(i + 1, width * points, height * points, List.of()));
      }
      return new Paper(KIND, pages, true, null);
    } catch (IOException | RuntimeException e) {
      return Paper.unreadable(KIND, "The picture is damaged: " + e.getMessage());
    }
  }
}
