package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.ConfigFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person takes off a document becomes a date, a number or a unit in its document's way. */
class HabitsTest {

  private static final Papers PAPERS = new Papers(new ConfigFiles(null));

  @Test
  void aDayAboveTwelveAndCentsBehindACommaTellHowTheOthersAreMeant() {
    Habits habits = habits("Datum: 23/11/2026\nLiefern bis: 04/12/2026\n12 Stk  1.234,50\n");
    assertThat(habits).isEqualTo(new Habits(true, ','));
    assertThat(canonical(habits, "date", "04/12/2026")).contains("2026-12-04");
    assertThat(canonical(habits, "date", "4. Dezember 2026")).contains("2026-12-04");
    assertThat(canonical(habits, "number", "1.234,50")).contains("1234.50");
    assertThat(canonical(habits, "number", "1.234")).contains("1234");
    assertThat(canonical(habits, "unit", "Stk")).contains("EA");
  }

  @Test
  void whatMayBeTwoThingsIsLeftToThePerson() {
    Habits habits = habits("Date: 04/12/2026\n12 EA  1,234\n");
    assertThat(habits).isEqualTo(new Habits(null, null));
    assertThat(canonical(habits, "date", "04/12/2026")).isEmpty();
    assertThat(canonical(habits, "date", "2026-12-04")).contains("2026-12-04");
    assertThat(canonical(habits, "number", "1,234")).isEmpty();
    assertThat(canonical(habits, "number", "1,234.50")).contains("1234.50");
    assertThat(canonical(habits, "number", "1.234,50")).contains("1234.50");
    assertThat(canonical(habits, "number", "twelve")).isEmpty();
    assertThat(canonical(habits, "unit", "zorkmid")).isEmpty();
  }

  @Test
  void pagesWithTheirSizeAndWordsWithTheirPlacesAreShown() throws Exception {
    Papers.Shown shown =
        PAPERS.shown(PaperKind.PDF, SampleOrders.pdf("acme-us", "PO-77"), List.of());
    assertThat(shown.habits()).isEqualTo(new Habits(false, '.'));
    Papers.SeenPage page = shown.pages().get(0);
    assertThat(page.number()).isEqualTo(1);
    assertThat(page.height()).isGreaterThan(700);
    assertThat(page.words())
        .filteredOn(word -> word.text().equals("PO-77"))
        .singleElement()
        .satisfies(word -> assertThat(word.where()).matches("page 1 \\(\\d+,\\d+,\\d+,\\d+\\)"));
  }

  private static Habits habits(String text) {
    return PAPERS.shown(PaperKind.TEXT, text.getBytes(StandardCharsets.UTF_8), List.of()).habits();
  }

  private static Optional<String> canonical(Habits habits, String kind, String text) {
    return PAPERS.canonical(habits, kind, text);
  }
}
