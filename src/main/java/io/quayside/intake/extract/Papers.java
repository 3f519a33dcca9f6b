package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.intake.child.ChildException;
import io.quayside.intake.child.Children;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.tree.TableRow;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads purchase orders out of documents for people. PDF, workbooks and large texts are opened in a
 * process of their own. Safe for threads.
 */
public final class Papers {
  private static final int LARGEST = 30 * 1024 * 1024;

  /** A text up to this size is read without a process of its own. */
  private static final int LARGEST_HERE = 512 * 1024;

  private static final Duration LONGEST_SCAN = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Extractor extractor;
  private final PaperReader reader;
  private final Children children;
  private final Scans scans;

  public Papers(ConfigFiles files) {
    this(files, Optional.empty());
  }

  /**
   * @param second who is asked too, where somebody is
   */
  public Papers(ConfigFiles files, Optional<SecondReader> second) {
    this(files, Children.common(), Tesseract.installed(LONGEST_SCAN), second);
  }

  Papers(ConfigFiles files, Children children, Optional<Tesseract> tesseract) {
    this(files, children, tesseract, Optional.empty());
  }

  private Papers(
      ConfigFiles files,
      Children children,
      Optional<Tesseract> tesseract,
      Optional<SecondReader> second) {
    this.extractor = new Extractor(files);
    this.reader = second.<PaperReader>map(one -> new TwoReaders(extractor, one)).orElse(extractor);
    this.children = children;
    this.scans = new Scans(tesseract, children);
  }

  /** What the file says; never fails because of its content. */
  public Extraction extract(PaperKind kind, byte[] bytes, Knowledge knowledge) {
    return reader.extract(paper(kind, bytes), knowledge, List.of());
  }

  /** By the sender's own templates, where the file has the layout of one. */
  public Extraction extract(
      PaperKind kind, byte[] bytes, Knowledge knowledge, List<Learned> templates) {
    return reader.extract(paper(kind, bytes), knowledge, templates);
  }

  /**
   * What the order that a person approved teaches about the sender's layout; takes seconds.
   *
   * @param templates the sender's; the one of the paper's layout is what is built upon
   */
  public Optional<Lesson> lesson(
      PaperKind kind,
      byte[] bytes,
      Knowledge knowledge,
      JsonNode approved,
      List<Learned> templates) {
    Paper paper = paper(kind, bytes);
    return paper.trouble() != null || paper.pictured()
        ? Optional.empty()
        : Optional.of(extractor.lesson(paper, knowledge, approved, templates))
            .filter(Lesson::whole);
  }

  /** A page of a PDF as PNG of 100 dots per inch, counted from 1; empty when there is none. */
  public byte[] picture(byte[] pdf, int page) {
    try {
      return children.read(PaperTasks.PICTURE + " " + page, pdf);
    } catch (ChildException e) {
      return new byte[0];
    }
  }

  /** Words that stand together, and where. */
  public record Seen(String text, String where) {}

  /** What stands on it, row by row; empty when it cannot be read. */
  public List<List<Seen>> rows(PaperKind kind, byte[] bytes) {
    return paper(kind, bytes).pages().stream()
        .flatMap(page -> page.rows().stream())
        .map(
            row ->
                row.pieces().stream()
                    .map(piece -> new Seen(piece.text(), piece.words().get(0).where()))
                    .toList())
        .toList();
  }

  /** The cells of a workbook: the rows of each sheet that holds something. */
  public List<List<TableRow>> sheets(byte[] workbook) {
    return paper(PaperKind.WORKBOOK, workbook).pages().stream()
        .filter(page -> !page.rows().isEmpty())
        .map(Sheets::rows)
        .toList();
  }

  /**
   * A page with its words one by one, in reading order.
   *
   * @param width in points, as the boxes of its words are
   */
  public record SeenPage(int number, double width, double height, List<Seen> words) {}

  /**
   * A document for a person who reads it.
   *
   * @param pages all of them; without words where nobody could read any
   */
  public record Shown(List<SeenPage> pages, Habits habits) {}

  /** Its pages, and how it writes dates and numbers; takes seconds for a scan. */
  public Shown shown(PaperKind kind, byte[] bytes, List<Learned> templates) {
    Paper paper = paper(kind, bytes);
    List<SeenPage> pages = paper.pages().stream().map(Papers::seen).toList();
    return new Shown(pages, extractor.habits(paper, templates));
  }

  private static SeenPage seen(Paper.Page page) {
    List<Seen> words =
        page.rows().stream()
            .flatMap(row -> row.words().stream())
            .map(word -> new Seen(word.text(), word.where()))
            .toList();
    return new SeenPage(page.number(), page.width(), page.height(), words);
  }

  /** {@link Habits#canonical}. */
  public Optional<String> canonical(Habits habits, String kind, String text) {
    return habits.canonical(kind, text, extractor.words());
  }

  private Paper paper(PaperKind kind, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return Paper.unreadable(
          kind.word(),
          "It has %d MB; more than %d MB are not read."
              .formatted(bytes.length >> 20, LARGEST >> 20));
    }
    boolean plain = kind == PaperKind.HTML || kind == PaperKind.TEXT;
    return plain && bytes.length <= LARGEST_HERE
        ? PaperTasks.read(kind, bytes)
        : apart(kind, bytes);
  }

  private Paper apart(PaperKind kind, byte[] bytes) {
    try {
      Paper paper = JSON.readValue(children.read(PaperTasks.READ + " " + kind, bytes), Paper.class);
      return paper.pictured() && paper.trouble() == null ? scans.read(paper, bytes) : paper;
    } catch (IOException e) {
      return Paper.unreadable(kind.word(), e.getMessage());
    }
  }
}
