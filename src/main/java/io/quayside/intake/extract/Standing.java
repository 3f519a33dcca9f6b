package io.quayside.intake.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a text stands on a paper, word by word; a word serves for one value only. */
final class Standing {

  private static final int LONGEST = 30;

  private final List<Row> rows;
  private final Set<Word> taken;

  Standing(Paper paper) {
    this(paper.pages().stream().flatMap(page -> page.rows().stream()).toList(), Set.of());
  }

  private Standing(List<Row> rows, Set<Word> taken) {
    this.rows = rows;
    this.taken = new HashSet<>(taken);
  }

  /** To try something without taking it. */
  Standing copy() {
    return new Standing(rows, taken);
  }

  int rows() {
    return rows.size();
  }

  /** The words of the first place anywhere; empty when it stands nowhere. */
  Optional<List<Word>> anywhere(String text) {
    return within(text, 0, rows.size());
  }

  /** The words of the first place in some rows that no other value took. */
  Optional<List<Word>> within(String text, int from, int to) {
    for (int row = Math.max(0, from); row < Math.min(to, rows.size()); row++) {
      Optional<List<Word>> found = in(rows.get(row), text);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  Optional<List<Word>> in(int row, String text) {
    return in(rows.get(row), text);
  }

  void take(List<Word> words) {
    taken.addAll(words);
  }

  private Optional<List<Word>> in(Row row, String text) {
    String wanted = bare(text);
    List<Word> words = row.words();
    for (int from = 0; from < words.size() && !wanted.isEmpty(); from++) {
      List<Word> some = new ArrayList<>();
      for (int to = from; to < Math.min(words.size(), from + LONGEST); to++) {
        if (taken.contains(words.get(to))) {
          break;
        }
        some.add(words.get(to));
        if (bare(TableLine.text(some)).equals(wanted)) {
          return Optional.of(some);
        }
      }
    }
    return Optional.empty();
  }

  /** Blanks, and signs at the ends, do not count. */
  private static String bare(String text) {
    return text.strip().replaceAll("\\s+", " ").replaceAll("^[(\"':#]+|[)\"',;:.]+$", "");
  }
}
