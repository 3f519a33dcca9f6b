package io.quayside.console;

import io.quayside.intake.Templates;
import io.quayside.ops.Audit;
import java.security.Principal;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What was learned about a partner's documents for people: to look at, to switch off, to delete.
 */
@Controller
class TemplatePages {

  private static final Set<String> CHOICES = Set.of("on", "off", "delete");

  private final Templates templates;
  private final Audit audit;

  TemplatePages(Templates templates, Audit audit) {
    this.templates = templates;
    this.audit = audit;
  }

  @GetMapping("/partners/{id}/templates/{layout}")
  String one(@PathVariable String id, @PathVariable String layout, Model model) {
    model.addAttribute(
        "template",
        templates
            .find(id, layout)
            .filter(one -> !one.state().equals("deleted"))
            .orElseThrow(() -> new NotFound("template", layout)));
    model.addAttribute("versions", templates.history(id, layout));
    return "template";
  }

  @PostMapping("/partners/{id}/templates/{layout}")
  String turn(
      @PathVariable String id,
      @PathVariable String layout,
      @RequestParam String to,
      Principal who,
      RedirectAttributes told) {
    if (!CHOICES.contains(to)) {
      throw new NotFound("choice", to);
    }
    boolean delete = to.equals("delete");
    audit.during(
        who.getName(),
        "template-" + to,
        "partner/" + id,
        layout,
        () -> {
          boolean done = delete ? templates.delete(id, layout) : templates.turn(id, layout, to);
          if (!done) {
            throw new NotFound("template", layout);
          }
        });
    told.addFlashAttribute(
        "done",
        delete
            ? "Forgotten. The next document of this layout is read without it."
            : "The template is " + to + ".");
    return "redirect:/partners/" + id;
  }
}
