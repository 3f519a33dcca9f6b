package io.quayside.console;

import io.quayside.ops.Audit;
import io.quayside.partner.Location;
import io.quayside.partner.Partners;
import io.quayside.partner.PostalAddress;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Problems;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Says where a ship-to code is, once: a place of the customer that is known already, or an address.
 * All orders that wait for the code go on.
 */
@Controller
class ShipToPages {

  private static final int LONGEST = 60;

  static final String UNKNOWN = "ship-to-unknown";

  private final Problems problems;
  private final Partners partners;
  private final Audit audit;

  ShipToPages(Problems problems, Partners partners, Audit audit) {
    this.problems = problems;
    this.partners = partners;
    this.audit = audit;
  }

  /** What was filled in; {@code known} is the code of a place of the customer, or blank. */
  record Place(
      String known,
      String name,
      String line,
      String city,
      String region,
      String postalCode,
      String country) {

    private Optional<Location> location(TradingPartner partner) {
      if (filled(known)) {
        return Optional.ofNullable(partner.locations().get(known));
      }
      boolean fits =
          Stream.of(name, line, city, region, postalCode, country)
              .allMatch(text -> text == null || text.length() <= LONGEST);
      return fits && filled(line) && filled(city) && filled(country)
          ? Optional.of(
              new Location(
                  text(name),
                  new PostalAddress(
                      List.of(line.strip()),
                      text(city),
                      text(region),
                      text(postalCode),
                      text(country)),
                  null))
          : Optional.empty();
    }

    private static boolean filled(String text) {
      return text != null && !text.isBlank();
    }

    private static String text(String text) {
      return filled(text) ? text.strip() : null;
    }
  }

  /** The code that nobody knows: the end of the problem's key. Empty where there is none. */
  static Optional<String> code(Problems.Problem problem) {
    String mark = "/" + UNKNOWN + "/";
    int at = problem.key().indexOf(mark);
    String code = at < 0 ? "-" : problem.key().substring(at + mark.length());
    return code.equals("-") || !problem.kind().equals(UNKNOWN)
        ? Optional.empty()
        : Optional.of(code);
  }

  @PostMapping("/exceptions/{id}/location")
  String save(
      @PathVariable String id,
      @ModelAttribute Place place,
      Principal who,
      RedirectAttributes told) {
    Problems.Problem problem = problems.find(id).orElseThrow(() -> new NotFound("exception", id));
    Optional<String> code = code(problem);
    Optional<TradingPartner> partner =
        Optional.ofNullable(problem.partnerId()).flatMap(partners::find);
    Optional<Location> location = partner.flatMap(place::location);
    if (code.isEmpty() || location.isEmpty()) {
      told.addFlashAttribute(
          "fault",
          "Choose one of the places, or give street, city and country of the ship-to, each up to 60 characters.");
      return "redirect:/exceptions/" + id;
    }
    audit.during(
        who.getName(),
        "location-saved",
        "partner/" + problem.partnerId(),
        code.get(),
        () ->
            partners.saveLocation(problem.partnerId(), code.get(), location.get(), who.getName()));
    told.addFlashAttribute(
        "done", "Ship-to %s is saved: the orders that wait for it go on.".formatted(code.get()));
    return "redirect:/exceptions";
  }
}
