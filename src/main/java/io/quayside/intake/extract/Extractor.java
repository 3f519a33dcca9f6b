package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.intake.extract.HeadFields.Block;
import io.quayside.intake.extract.HeadFields.Candidate;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappedOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes an order of a paper, by its labels and its line table. Safe for threads. */
public final class Extractor implements PaperReader {
  private static final double LABEL = 0.75;
  private static final double FORMAT = 0.5;
  private static final Map<String, String> DATES =
      Map.of(
          "requested-delivery", "requestedDelivery",
          "requested-ship", "requestedShip",
          "cancel-after", "cancelAfter");

  private final Vocabulary words;

  public Extractor(ConfigFiles files) {
    this.words = new Vocabulary(files);
  }

  /** What the paper says, checked against what we know. */
  Extraction extract(Paper paper, Knowledge knowledge) {
    return extract(paper, knowledge, List.of());
  }

  @Override
  public Extraction extract(Paper paper, Knowledge knowledge, List<Learned> learned) {
    if (paper.trouble() != null) {
      MappedOrder nothing = new OrderWriter().done(null).mapped();
      return new Extraction(nothing, Map.of(), null, paper.trouble(), List.of());
    }
    Optional<Learned> own = learned.isEmpty() ? Optional.empty() : match(paper, learned);
    Template template = own.map(Learned::template).orElse(Template.none(paper.kind()));
    OrderWriter out = read(paper, knowledge, template.withItems(items(learned)));
    own.ifPresent(one -> out.confidence.replaceAll((pointer, sure) -> one.judged(pointer, sure)));
    if (paper.pictured()) {
      new PictureDoubt(paper).on(out);
    }
    return out.done(template.layout());
  }

  /** As if the paper had the template's layout. */
  OrderWriter read(Paper paper, Knowledge knowledge, Template template) {
    Vocabulary spoken = words.with(template);
    OrderWriter out = new OrderWriter();
    LineTable table = new LineTable(spoken).read(paper);
    HeadFields head = new HeadFields(spoken).read(paper, table.used());
    Map<String, Address> parties = parties(head, spoken, out);
    Days days = new Days(Habits.dayFirst(paper, template, parties.values()), words);
    number(head, knowledge, template, out);
    date(head, "po-date", "/poDate", days, out);
    DATES.forEach((field, name) -> date(head, field, "/dates/" + name, days, out));
    new Extras(spoken, head, out).write(parties);
    new OrderLines(spoken, table, head, days, knowledge, template, out).write(parties);
    new Titles(spoken).check(paper, out);
    new SeveralOrders(spoken, out).check(paper);
    out.fixed("/purpose", "original");
    out.fixed("/type", "stand-alone");
    source(paper, out);
    return out;
  }

  /** The template whose layout the paper has; of several the one with most labels in common. */
  private Optional<Learned> match(Paper paper, List<Learned> learned) {
    Learned best = null;
    int most = -1;
    for (Learned one : learned) {
      Layout layout = layout(paper, one.template());
      if (layout.is(one.template()) && layout.common(one.template()) > most) {
        best = one;
        most = layout.common(one.template());
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * How the paper, else its sender, writes dates and numbers. Where cents stand behind a comma, the
   * day stands first: near enough for a person, who sees it.
   */
  Habits habits(Paper paper, List<Learned> learned) {
    Template template =
        match(paper, learned).map(Learned::template).orElse(Template.none(paper.kind()));
    Vocabulary spoken = words.with(template);
    HeadFields head = new HeadFields(spoken).read(paper, Set.of());
    Map<String, Address> parties = parties(head, spoken, new OrderWriter());
    Boolean dayFirst = Habits.dayFirst(paper, template, parties.values());
    Character decimal = Habits.decimal(paper, template);
    boolean comma = dayFirst == null && Character.valueOf(',').equals(decimal);
    return new Habits(comma ? Boolean.TRUE : dayFirst, decimal);
  }

  Vocabulary words() {
    return words;
  }

  Lesson lesson(Paper paper, Knowledge knowledge, JsonNode approved, List<Learned> templates) {
    Template base = match(paper, templates).map(Learned::template).orElse(null);
    return new Teacher(this, words, paper, knowledge, approved).lesson(base);
  }

  /** The paper's layout, read with a template's words. */
  Layout layout(Paper paper, Template template) {
    Vocabulary spoken = words.with(template);
    return Layout.of(paper, spoken, new LineTable(spoken).read(paper));
  }

  /** The sender's items hold for all its layouts; one that means two things means nothing. */
  private static Map<String, String> items(List<Learned> learned) {
    Map<String, String> items = new LinkedHashMap<>();
    Set<String> doubtful = new HashSet<>();
    for (Learned one : learned) {
      one.template()
          .items()
          .forEach(
              (theirs, ours) -> {
                String before = items.putIfAbsent(theirs, ours);
                if (before != null && !before.equals(ours)) {
                  doubtful.add(theirs);
                }
              });
    }
    items.keySet().removeAll(doubtful);
    return items;
  }

  private static void source(Paper paper, OrderWriter out) {
    out.fixed("/source/format", paper.kind());
    out.fixed("/source/document", "order");
  }

  /** The one number that most speaks for; others lower the confidence. */
  private void number(HeadFields head, Knowledge knowledge, Template template, OrderWriter out) {
    Map<String, Candidate> numbers = new LinkedHashMap<>();
    List<Candidate> all = new ArrayList<>(head.of("po-number"));
    all.sort(Comparator.comparingInt(Extractor::rank));
    for (Candidate one : all) {
      poNumber(one)
          .ifPresent(
              word ->
                  numbers.putIfAbsent(
                      word.text(),
                      new Candidate(one.field(), one.label(), List.of(word), one.near())));
    }
    if (numbers.isEmpty()) {
      out.finding(
          "poNumber",
          "",
          List.of(),
          "no purchase order number was found",
          "Give it by hand, or ask the sender");
      return;
    }
    Candidate best = numbers.values().iterator().next();
    String number = best.text();
    Confidence sure =
        best.near() == 3
            ? Confidence.none().and("named in a sentence", 0.5)
            : Confidence.none()
                .and(
                    best.near() == 0
                        ? "label before it"
                        : best.near() == 1 ? "label left of it" : "label above it",
                    LABEL);
    sure = sure.and("format fits", FORMAT);
    long rivals = numbers.values().stream().filter(one -> rank(one) <= rank(best)).count() - 1;
    sure =
        rivals == 0
            ? sure.and("no other number with such a label", 0.5)
            : sure.but("another number has such a label", 0.6);
    Optional<Boolean> pattern = knowledge.poNumber(number).or(() -> template.poNumber(number));
    if (pattern.isPresent()) {
      sure =
          pattern.get()
              ? sure.and("like this sender's earlier numbers", 0.8)
              : sure.but("unlike this sender's earlier numbers", 0.7);
    }
    out.put("/poNumber", number, best.value(), sure);
  }

  /** A label that says "number" is better than one that says "order", a sentence is the least. */
  static int rank(Candidate one) {
    String label = Vocabulary.plain(TableLine.text(one.label()));
    boolean exact =
        label.matches(".*(number|nummer|\\bno\\b|\\bnr\\b|\\bn\\b|numero|\\bid\\b).*|po|p o");
    boolean purchase = label.matches(".*(purchase|\\bpo\\b|p o|bestell|commande|pedido|compra).*");
    return one.near() == 3 ? 20 : (exact ? 0 : 6) + (purchase ? 0 : 3) + (one.near() == 2 ? 1 : 0);
  }

  static Optional<Word> poNumber(Candidate one) {
    for (Word word : one.value().subList(0, Math.min(3, one.value().size()))) {
      String text = word.text().replaceAll("^(?i:no|nr|n)[.:°º]+(?=\\w)|^[#:(]+|[),.;:]+$", "");
      boolean number =
          text.matches("[A-Za-z0-9][A-Za-z0-9/._-]{1,34}")
              && text.matches(".*[0-9].*")
              && !text.matches(
                  "[0-9]{1,2}[./-][0-9]{1,2}[./-]([0-9]{2}|[0-9]{4})|20[0-9]{2}-[0-9]{2}-[0-9]{2}");
      if (number) {
        text += tail(one.value().subList(one.value().indexOf(word) + 1, one.value().size()));
        return Optional.of(
            new Word(
                text, word.left(), word.top(), word.right(), word.bottom(), true, word.where()));
      }
      boolean prefix = text.isEmpty() || text.matches("(?i)no|nr|number|po|n[°ºo]?|num|nummer");
      if (!prefix) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** {@code UP1 - 102217} is one number; {@code 4711 - 20.11.2026} is a number and a date. */
  private static String tail(List<Word> words) {
    boolean joined =
        words.size() > 1
            && words.get(0).text().equals("-")
            && words.stream().limit(2).noneMatch(Word::apart)
            && words.get(1).text().matches("[A-Za-z0-9]*[0-9][A-Za-z0-9]*");
    return joined ? " - " + words.get(1).text() : "";
  }

  private void date(HeadFields head, String field, String pointer, Days days, OrderWriter out) {
    Candidate doubtful = null;
    LocalDate found = null;
    Candidate best = null;
    int others = 0;
    List<Candidate> all = new ArrayList<>(head.of(field));
    all.sort(Comparator.comparingInt(Candidate::near));
    if (field.equals("po-date") && all.isEmpty()) {
      all.addAll(besideNumber(head));
    }
    for (Candidate one : all) {
      Optional<Dated> read = dated(one.value(), days);
      if (read.isEmpty()) {
        doubtful = doubtful == null && doubtful(one.value()) ? one : doubtful;
        continue;
      }
      if (found == null) {
        found = read.get().day();
        best = new Candidate(one.field(), one.label(), read.get().words(), one.near());
      } else if (!found.equals(read.get().day())) {
        others++;
      }
    }
    if (found != null) {
      Confidence sure = Confidence.none().and("label near", LABEL).and("is a date", 0.7);
      out.put(
          pointer,
          found.toString(),
          best.value(),
          others > 0 ? sure.but("another date has such a label", 0.7) : sure);
    } else if (doubtful != null) {
      out.finding(
          pointer,
          doubtful.text(),
          doubtful.value(),
          "nothing says whether day or month comes first",
          "Choose the date, or ask the sender");
    }
  }

  /** {@code PO number/date: 4711 / 01/12/2021}. */
  private static List<Candidate> besideNumber(HeadFields head) {
    return head.of("po-number").stream()
        .filter(one -> one.value().size() > 1)
        .filter(
            one -> Vocabulary.plain(TableLine.text(one.label())).matches(".*\\b(date|datum|fecha)"))
        .map(
            one ->
                new Candidate(
                    one.field(),
                    one.label(),
                    one.value().subList(1, one.value().size()),
                    one.near()))
        .toList();
  }

  record Dated(LocalDate day, List<Word> words) {}

  /** The date at the start of words. */
  static Optional<Dated> dated(List<Word> words, Days days) {
    for (int from = 0; from < Math.min(words.size(), 2); from++) {
      for (int to = Math.min(words.size(), from + 5); to > from; to--) {
        List<Word> some = words.subList(from, to);
        Optional<LocalDate> day = days.read(TableLine.text(some));
        if (day.isPresent()) {
          return Optional.of(new Dated(day.get(), some));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean doubtful(List<Word> words) {
    return words.stream()
        .limit(2)
        .anyMatch(word -> Days.SHORT.matcher(word.text().replaceAll("[,;]$", "")).matches());
  }

  private static Map<String, Address> parties(HeadFields head, Vocabulary words, OrderWriter out) {
    Map<String, Address> parties = new LinkedHashMap<>();
    for (Block block : head.blocks()) {
      List<String> lines = block.lines().stream().map(TableLine::text).toList();
      if (lines.isEmpty()) {
        continue;
      }
      Address address = Address.of(lines, words);
      boolean contact = block.role().equals("buyer-contact");
      String role = contact ? "buyer" : block.role();
      boolean sellers = contact && Contacts.sellers(block.label(), head.blocks());
      if (contact && !address.whole() || sellers || address.name == null) {
        continue;
      }
      Address before = parties.get(role);
      if (before == null || !before.whole() && address.whole()) {
        parties.put(role, address);
        Parties.write(role, address, block, out);
      }
    }
    return parties;
  }

  static BigDecimal cents(BigDecimal value) {
    return value.setScale(2, java.math.RoundingMode.HALF_UP);
  }
}
