package io.quayside.intake.extract;

import io.quayside.intake.child.Children;
import io.quayside.intake.extract.Paper.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives pictures their words, all of them or none: half an order is worse than a picture. */
final class Scans {

  static final int MOST_PAGES = 10;

  private final Optional<Tesseract> tesseract;
  private final Children children;

  Scans(Optional<Tesseract> tesseract, Children children) {
    this.tesseract = tesseract;
    this.children = children;
  }

  /** The paper with the words of its pictures; as it was when they cannot be read. */
  Paper read(Paper paper, byte[] bytes) {
    long pictures = paper.pages().stream().filter(page -> toRead(paper, page)).count();
    if (tesseract.isEmpty() || pictures > MOST_PAGES) {
      return paper;
    }
    List<Page> pages = new ArrayList<>();
    try {
      for (Page page : paper.pages()) {
        if (!toRead(paper, page)) {
          pages.add(page);
          continue;
        }
        byte[] png = children.read(PaperTasks.SCAN + " " + page.number(), bytes);
        if (png.length == 0) {
          return paper;
        }
        String tsv = tesseract.get().tsv(png);
        List<Row> rows = new ScannedPage(page.number(), 72 / PageImage.SCAN_DPI).rows(tsv);
        pages.add(page.reading(rows));
      }
      return new Paper(paper.kind(), pages, true, null);
    } catch (IOException | RuntimeException e) {
      return paper;
    }
  }

  /** All of a picture, of another paper only the pages that are pictures. */
  private static boolean toRead(Paper paper, Page page) {
    return paper.picture() || page.picture();
  }
}
