package io.quayside.intake.extract;

import java.util.List;
import java.util.Optional;

/**
 * What a paper calls itself: an invoice or a quotation has lines and often an order's number too,
 * and is no order.
 */
final class Titles {
  private static final String ORDER = "order";

  private final Vocabulary words;

  Titles(Vocabulary words) {
    this.words = words;
  }

  /** Says so when it calls itself something else than an order, and lowers what is known of it. */
  void check(Paper paper, OrderWriter out) {
    Optional<Piece> other = other(paper);
    if (other.isEmpty()) {
      return;
    }
    String title = other.get().text();
    out.doubt("/poNumber", "calls itself `%s`".formatted(title));
    out.finding(
        "document",
        title,
        other.get().words(),
        "it calls itself this, and not an order",
        "Reject it unless it is an order all the same");
  }

  /** The first title of its first page, unless that is an order's. */
  private Optional<Piece> other(Paper paper) {
    if (paper.pages().isEmpty()) {
      return Optional.empty();
    }
    List<Piece> titles =
        paper.pages().get(0).rows().stream()
            .flatMap(row -> row.pieces().stream())
            .filter(piece -> kind(piece).isPresent())
            .toList();
    return titles.stream().findFirst().filter(piece -> !kind(piece).orElseThrow().equals(ORDER));
  }

  /** {@code TAX INVOICE}, {@code Rechnung Nr. 4711}; nothing in a sentence. */
  private Optional<String> kind(Piece piece) {
    List<Word> all = piece.words();
    for (int count = Math.min(5, all.size()); count > 0; count--) {
      Optional<String> kind = words.title(new Piece(all.subList(0, count)).text());
      boolean rest =
          all.size() - count <= 2
              && all.stream()
                  .skip(count)
                  .allMatch(
                      word -> word.text().matches(".*[0-9].*|[:#-]|(?i)(?:no|nr|n[°ºo])\\.?:?"));
      if (kind.isPresent() && rest) {
        return kind;
      }
    }
    return Optional.empty();
  }
}
