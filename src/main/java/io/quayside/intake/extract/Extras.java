package io.quayside.intake.extract;

import io.quayside.intake.extract.HeadFields.Candidate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Terms, incoterm, carrier, contact and notes of the whole order. */
final class Extras {
  private static final Pattern INCOTERM =
      Pattern.compile("\\b(EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DDP|DAT)\\b[ ,:-]*(.*)");
  private static final Pattern DISCOUNT =
      Pattern.compile("(?i)([0-9]+(?:[.,][0-9]+)?)\\s*%\\D{0,12}([0-9]{1,3})\\b");
  private static final Pattern NET =
      Pattern.compile(
          "(?i)(?:net|netto|n|neto)\\s*/?\\s*([0-9]{1,3})\\b|\\b([0-9]{1,3})\\s*(?:days|tage|jours|días|dias|d)\\b(?:\\s*(?:net|netto|neto))?");

  private final Vocabulary words;
  private final HeadFields head;
  private final OrderWriter out;

  Extras(Vocabulary words, HeadFields head, OrderWriter out) {
    this.words = words;
    this.head = head;
    this.out = out;
  }

  void write(Map<String, Address> parties) {
    Confidence sure = Confidence.none().and("label near", 0.75).and("format fits", 0.65);
    first("terms").ifPresent(one -> terms(one, sure));
    first("incoterm").ifPresent(one -> incoterm(one, sure));
    first("ship-via").ifPresent(one -> out.put("/carrier/routing", one.text(), one.value(), sure));
    contact(parties, sure);
    int note = 0;
    for (Candidate one : head.of("note")) {
      out.fixed("/notes/" + note + "/use", "general");
      out.put("/notes/" + note++ + "/text", one.text(), one.value(), sure);
    }
  }

  private Optional<Candidate> first(String field) {
    return head.of(field).stream().filter(one -> !one.text().isBlank()).findFirst();
  }

  /** Beside or below the person, not somebody else's at the top of the page. */
  private Optional<Candidate> near(String field, Candidate person) {
    Word name = person.label().get(0);
    return head.of(field).stream()
        .filter(
            one -> {
              Word label = one.label().get(0);
              double down = label.top() - name.top();
              return page(label).equals(page(name))
                  && down > -0.5 * height(name)
                  && down < 9 * height(name);
            })
        .findFirst();
  }

  private static double height(Word word) {
    return word.bottom() - word.top();
  }

  static String page(Word word) {
    return word.where().replaceAll("[ !(].*|line.*", "")
        + word.where().replaceAll("\\(.*|[0-9]*$", "");
  }

  private void terms(Candidate one, Confidence sure) {
    String text = one.text();
    boolean delivery = INCOTERM.matcher(text).lookingAt() && !text.matches(".*[0-9].*");
    if (delivery || text.replaceAll("[^\\p{L}0-9]", "").length() < 3) {
      return;
    }
    String at = "/paymentTerms/0";
    String rest = text;
    Matcher discount = DISCOUNT.matcher(text);
    if (discount.find()) {
      out.put(at + "/discountPercent", discount.group(1).replace(',', '.'), one.value(), sure);
      out.put(at + "/discountDays", Integer.parseInt(discount.group(2)), one.value(), sure);
      rest = text.substring(discount.end());
    }
    Matcher net = NET.matcher(rest);
    if (net.find()) {
      String days = net.group(1) != null ? net.group(1) : net.group(2);
      out.put(at + "/netDays", Integer.parseInt(days), one.value(), sure);
    }
    out.put(at + "/text", text, one.value(), sure);
  }

  private void incoterm(Candidate one, Confidence sure) {
    Matcher term = INCOTERM.matcher(one.text());
    if (term.find()) {
      out.put("/freight/incoterm", term.group(1), one.value(), sure);
      out.put(
          "/freight/place",
          term.group(2).replaceAll("(?i)\\(?incoterms.*", "").strip(),
          one.value(),
          sure);
    } else if (Vocabulary.plain(TableLine.text(one.label())).startsWith("fob")) {
      out.put("/freight/incoterm", "FOB", one.label(), sure);
      out.put("/freight/place", one.text(), one.value(), sure);
    }
  }

  /** The person named outside of any address. */
  private void contact(Map<String, Address> parties, Confidence plain) {
    Address buyer = parties.get("buyer");
    if (buyer != null && buyer.contact != null) {
      return;
    }
    String at = "/buyer/contacts/0";
    Optional<Candidate> person = Contacts.person(head);
    if (person.isEmpty()) {
      return;
    }
    Confidence sure = Contacts.judged(person.get(), head, parties.values(), plain);
    out.fixed("/buyer/role", "buyer");
    out.fixed(at + "/role", "buyer");
    out.put(at + "/name", person.get().text(), person.get().value(), sure);
    near("buyer-phone", person.get())
        .filter(one -> one.text().matches("[+0-9(][0-9()\\s./-]{6,}.*"))
        .ifPresent(one -> out.put(at + "/phone", one.text(), one.value(), sure));
    near("buyer-email", person.get())
        .filter(one -> one.text().matches("\\S+@\\S+\\.\\S+"))
        .ifPresent(one -> out.put(at + "/email", one.text(), one.value(), sure));
  }
}
