package io.quayside.intake.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is the same on all documents of a layout, however many lines and pages they have: the
 * headings of the table, and the labels outside of it.
 */
record Layout(String kind, List<String> headings, Set<String> labels) {
  private static final Set<String> SOMETIMES = Set.of("carried", "subtotal", "charges", "note");
  private static final double ALIKE = 0.8;
  private static final int LEAST_LABELS = 4;

  static Layout of(Paper paper, Vocabulary words, LineTable table) {
    Set<String> labels = new TreeSet<>();
    for (Paper.Page page : paper.pages()) {
      for (Row row : page.rows()) {
        if (!table.used().contains(row)) {
          labels(row, words, labels);
        }
      }
    }
    List<String> headings =
        table.heading() == null
            ? List.of()
            : table.heading().columns().stream().map(one -> Vocabulary.plain(one.text())).toList();
    return new Layout(paper.kind(), headings, labels);
  }

  private static void labels(Row row, Vocabulary words, Set<String> into) {
    for (Item item : Item.of(row, words, false)) {
      if (item.labelled() && !SOMETIMES.contains(item.field())) {
        add(TableLine.text(item.label()), into);
      }
    }
    for (Piece piece : row.pieces()) {
      int colon = piece.text().indexOf(':');
      if (colon > 0 && !words.field(piece.text().substring(0, colon)).isPresent()) {
        add(piece.text().substring(0, colon), into);
      }
    }
  }

  /** Digits change from one document to the next. */
  private static void add(String label, Set<String> into) {
    String plain = Vocabulary.plain(label);
    if (plain.matches("[a-z %]{2,40}")) {
      into.add(plain);
    }
  }

  /** Is it the layout that the template was learned from, and not one that only resembles it? */
  boolean is(Template template) {
    if (!kind.equals(template.kind()) || !headings.equals(template.headings())) {
      return false;
    }
    int common = common(template);
    int known = template.labels().size();
    return headings.isEmpty()
        ? known >= LEAST_LABELS && common == known && labels.size() == known
        : common >= ALIKE * known && labels.size() - common <= Math.max(2, known / 3);
  }

  int common(Template template) {
    return (int) template.labels().stream().filter(labels::contains).count();
  }

  /** {@code pdf-1f3a9c20}: the same for the same layout. */
  String name() {
    String all = kind + "\n" + String.join("\n", headings) + "\n\n" + String.join("\n", labels);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return kind + "-" + HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
