package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The extractor, and then a second reader whose values are only proposals. */
final class TwoReaders implements PaperReader {

  private final Extractor extractor;
  private final SecondReader second;

  TwoReaders(Extractor extractor, SecondReader second) {
    this.extractor = extractor;
    this.second = second;
  }

  /** Without the second reader's proposals, and a note that says why, when there are none. */
  @Override
  public Extraction extract(Paper paper, Knowledge knowledge, List<Learned> learned) {
    Extraction own = extractor.extract(paper, knowledge, learned);
    String text = text(paper);
    if (own.trouble() != null || text.isBlank()) {
      return own;
    }
    try {
      JsonNode proposed = second.read(text);
      return new Proposals(paper, knowledge, extractor.words(), own).weigh(proposed);
    } catch (IOException e) {
      return own.noted("The second reader gave no answer: " + e.getMessage() + ".");
    }
  }

  private static String text(Paper paper) {
    return paper.pages().stream()
        .flatMap(page -> page.rows().stream())
        .map(row -> row.pieces().stream().map(Piece::text).collect(Collectors.joining("   ")))
        .collect(Collectors.joining("\n"));
  }
}
