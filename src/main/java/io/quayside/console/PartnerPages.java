package io.quayside.console;

import io.quayside.intake.Templates;
import io.quayside.ops.Audit;
import io.quayside.partner.PartnerFileException;
import io.quayside.partner.Partners;
import io.quayside.partner.StaleVersionException;
import io.quayside.partner.TradingPartner;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The trading partners and their files, which an admin can edit. */
@Controller
class PartnerPages {

  private static final String SAMPLE =
      """
      id: %s
      name: The partner's name
      identifiers:
        - {scheme: x12, qualifier: "ZZ", value: THEIREDIID}
      channels:
        out: {kind: folder}
      """;

  private final Partners partners;
  private final Templates templates;
  private final Audit audit;

  PartnerPages(Partners partners, Templates templates, Audit audit) {
    this.partners = partners;
    this.templates = templates;
    this.audit = audit;
  }

  @GetMapping("/partners")
  String list(Model model) {
    model.addAttribute("partners", partners.all());
    return "partners";
  }

  @GetMapping("/partners/{id}")
  String one(@PathVariable String id, Model model) {
    TradingPartner partner = partners.find(id).orElseThrow(() -> new NotFound("partner", id));
    model.addAttribute("partner", partner);
    model.addAttribute("history", partners.history(id));
    model.addAttribute("templates", templates.of(id));
    addSource(model, partners.source(id).orElse(""), partner.version());
    return "partner";
  }

  @GetMapping("/partners/new")
  String create(Model model) {
    addSource(model, SAMPLE.formatted("new-partner"), 0);
    return "partner";
  }

  @PostMapping("/partners")
  String save(
      @RequestParam(defaultValue = "") String id,
      @RequestParam String source,
      @RequestParam long version,
      Principal who,
      Model model,
      RedirectAttributes told) {
    String by = who.getName();
    try {
      audit.during(
          by,
          "partner-saved",
          "partner/" + id.strip(),
          "from version " + version,
          () -> partners.save(id.strip(), source, by, version));
      told.addFlashAttribute("done", "Saved. It holds from now on, for the next document.");
      return "redirect:/partners/" + id.strip();
    } catch (PartnerFileException wrong) {
      model.addAttribute("faults", wrong.faults());
    } catch (StaleVersionException stale) {
      model.addAttribute("fault", stale.getMessage());
    }
    model.addAttribute("id", id.strip());
    partners.find(id.strip()).ifPresent(partner -> model.addAttribute("partner", partner));
    addSource(model, source, version);
    return "partner";
  }

  private static void addSource(Model model, String source, long version) {
    model.addAttribute(
        "title",
        model.getAttribute("partner") instanceof TradingPartner known
            ? known.name()
            : "New partner");
    model.addAttribute("source", source);
    model.addAttribute("version", version);
  }
}
