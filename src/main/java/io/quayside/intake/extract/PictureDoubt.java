package io.quayside.intake.extract;

import io.quayside.mapping.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was read out of a picture is never as sure as what was written down. */
final class PictureDoubt {

  static final double AT_BEST = 0.8;

  private final Map<String, Double> sure = new HashMap<>();
  private final List<Integer> unread;

  PictureDoubt(Paper paper) {
    paper.pages().stream()
        .flatMap(page -> page.rows().stream())
        .flatMap(row -> row.words().stream())
        .forEach(word -> sure.put(word.where(), word.sure()));
    unread =
        paper.pages().stream()
            .filter(page -> page.picture() && (page.rows().isEmpty() || !paper.picture()))
            .map(Paper.Page::number)
            .toList();
  }

  /** Lowers each value by the least sure of its words; says so when there are none at all. */
  void on(OrderWriter out) {
    if (sure.isEmpty()) {
      out.finding(
          "picture",
          "",
          List.of(),
          "there is no text in it that could be read",
          "Enter the order by hand beside it; where tesseract-ocr is installed, pictures are read");
    }
    for (int page : sure.isEmpty() ? List.<Integer>of() : unread) {
      out.finding(
          "page " + page,
          "",
          List.of(),
          "it is a picture that could not be read, so lines may be missing",
          "Look at it; where tesseract-ocr is installed, pictures are read");
    }
    out.confidence.replaceAll(
        (pointer, before) ->
            before.but(
                "read from a picture",
                AT_BEST * least(out.evidence.getOrDefault(pointer, List.of()))));
  }

  private double least(List<Place> places) {
    return places.stream().mapToDouble(one -> sure.getOrDefault(one.where(), 1.0)).min().orElse(1);
  }
}
