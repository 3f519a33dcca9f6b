package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.intake.extract.HeadFields.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weighs what a second reader proposed. What does not stand on the paper is dropped; what we found
 * ourselves stays; what it fills in passes our checks and is for a person to confirm.
 */
final class Proposals {

  /** Below every usual threshold, like what was read from a picture. */
  static final double AT_BEST = 0.8;

  private static final String REMEDY = "Compare it with the document";
  private static final Map<String, String> DATES =
      Map.of(
          "poDate", "/poDate",
          "requestedDelivery", "/dates/requestedDelivery",
          "cancelAfter", "/dates/cancelAfter");
  private static final Map<String, String> PARTIES =
      Map.of("shipTo", "ship-to", "billTo", "bill-to");

  private final Paper paper;
  private final Knowledge knowledge;
  private final Vocabulary words;
  private final Extraction own;
  private final OrderWriter out;
  private final Standing standing;
  private final Habits habits;
  private int dropped;

  Proposals(Paper paper, Knowledge knowledge, Vocabulary words, Extraction own) {
    this.paper = paper;
    this.knowledge = knowledge;
    this.words = words;
    this.own = own;
    this.out = OrderWriter.of(own);
    this.standing = new Standing(paper);
    Template none = Template.none(paper.kind());
    this.habits = new Habits(Habits.dayFirst(paper, none, List.of()), Habits.decimal(paper, none));
  }

  Extraction weigh(JsonNode proposed) {
    text(proposed, "poNumber")
        .filter(one -> one.matches("[A-Za-z0-9][A-Za-z0-9/._-]{1,34}") && one.matches(".*[0-9].*"))
        .ifPresent(this::number);
    DATES.forEach(
        (name, pointer) ->
            text(proposed, name).ifPresent(given -> value(pointer, "date", given, "is a date")));
    text(proposed, "currency")
        .filter(Currencies.CODES::contains)
        .ifPresent(given -> value("/currency", "text", given, "is a currency"));
    PARTIES.forEach((view, role) -> party(view, role, proposed.path(view)));
    ProposedLines lines = new ProposedLines(standing, habits, words, knowledge, out);
    dropped += lines.weigh(proposed.path("lines"));
    if (paper.picture()) {
      out.confidence.replaceAll(
          (pointer, sure) ->
              own.confidence().containsKey(pointer)
                  ? sure
                  : sure.but("read from a picture", PictureDoubt.AT_BEST));
    }
    Extraction weighed = out.done(own.layout());
    for (String note : own.notes()) {
      weighed = weighed.noted(note);
    }
    return dropped == 0
        ? weighed
        : weighed.noted(
            "The second reader named %d %s that %s on the document; left out."
                .formatted(
                    dropped,
                    dropped == 1 ? "value or line" : "values or lines",
                    dropped == 1 ? "does not stand" : "do not stand"));
  }

  /** A text that is there; blanks, nulls and other kinds of JSON are none. */
  static Optional<String> text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() && !value.asText().isBlank() && value.asText().length() <= 500
        ? Optional.of(value.asText().strip())
        : Optional.empty();
  }

  private void number(String given) {
    Confidence sure = Confidence.none().and("format fits", 0.5);
    Optional<Boolean> like = knowledge.poNumber(given);
    if (like.isPresent()) {
      sure =
          like.get()
              ? sure.and("like this sender's earlier numbers", 0.8)
              : sure.but("unlike this sender's earlier numbers", 0.7);
    }
    if (propose("/poNumber", given, given, sure)) {
      out.settled("poNumber");
    }
  }

  private void value(String pointer, String kind, String given, String check) {
    habits
        .canonical(kind, given, words)
        .ifPresent(one -> propose(pointer, one, given, Confidence.none().and(check, 0.7)));
  }

  /** True when it was filled in. */
  private boolean propose(String pointer, String value, String given, Confidence sure) {
    Optional<List<Word>> place = standing.anywhere(given);
    if (place.isEmpty()) {
      dropped++;
      return false;
    }
    JsonNode ours = out.order.at(pointer);
    if (ours.isMissingNode()) {
      out.put(pointer, value, place.get(), proposed(sure));
      return true;
    }
    if (!ours.asText().equals(value)) {
      disagree(out, pointer, given, place.get());
    }
    return false;
  }

  static Confidence proposed(Confidence sure) {
    return sure.but("proposed by the second reader", AT_BEST);
  }

  static void disagree(OrderWriter out, String pointer, String given, List<Word> place) {
    out.doubt(pointer, "the second reader takes something else for it");
    out.finding(pointer, given, place, "the second reader takes this for it", REMEDY);
  }

  private void party(String view, String role, JsonNode lines) {
    if (!lines.isArray() || lines.isEmpty() || lines.size() > 10 || out.order.has(view)) {
      return;
    }
    List<List<Word>> places = new ArrayList<>();
    for (JsonNode line : lines) {
      Optional<List<Word>> place = standing.anywhere(line.asText(""));
      if (place.isEmpty()) {
        dropped++;
        return;
      }
      places.add(place.get());
    }
    Address address = Address.of(places.stream().map(TableLine::text).toList(), words);
    if (address.name == null) {
      return;
    }
    Confidence found = Confidence.none().and("lines of the document", 0.5);
    Parties.write(role, address, new Block(role, places, List.of()), found, out);
    out.confidence.replaceAll(
        (pointer, sure) -> pointer.startsWith("/" + view + "/") ? proposed(sure) : sure);
  }
}
