package io.quayside.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.intake.Extractions.Stored;
import io.quayside.intake.Reviews;
import io.quayside.intake.Templates;
import io.quayside.intake.extract.Habits;
import io.quayside.intake.extract.Papers;
import io.quayside.ops.Audit;
import io.quayside.order.Catalogue;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A document for people beside what was read out of it, for a person to mend and to decide. */
@Controller
class ReviewPages {

  private static final MediaType PLAIN = MediaType.parseMediaType("text/plain;charset=UTF-8");
  private static final Duration KEPT = Duration.ofHours(1);

  private final Reviews reviews;
  private final SenderTalk talk;
  private final Documents documents;
  private final Catalogue catalogue;
  private final Templates templates;
  private final Audit audit;

  ReviewPages(
      Reviews reviews,
      SenderTalk talk,
      Documents documents,
      Catalogue catalogue,
      Templates templates,
      Audit audit) {
    this.reviews = reviews;
    this.talk = talk;
    this.documents = documents;
    this.catalogue = catalogue;
    this.templates = templates;
    this.audit = audit;
  }

  @GetMapping("/documents/{id}/review")
  String show(@PathVariable String id, Model model) {
    Stored stored = find(id);
    show(stored, stored.order(), model);
    return "review";
  }

  private void show(Stored stored, ObjectNode order, Model model) {
    Document document = documents.find(stored.documentId()).orElseThrow();
    model.addAttribute("document", document);
    model.addAttribute("stored", stored);
    model.addAttribute("wide", true);
    model.addAttribute("template", template(stored, document.partnerId()));
    ReviewForm form = new ReviewForm(stored, order, catalogue);
    model.addAttribute("findings", form.findings());
    model.addAttribute("heads", form.heads());
    model.addAttribute("lines", form.lines());
    boolean drawn = List.of("pdf", "picture").contains(stored.kind());
    model.addAttribute("pages", drawn ? form.pages() : List.of());
    List<List<Papers.Seen>> rows = drawn ? List.of() : reviews.rows(stored);
    model.addAttribute("rows", rows);
    talk.show(document, model);
  }

  /** By which it was read; null when none was, or it is gone. */
  private Templates.Stored template(Stored stored, String partnerId) {
    return stored.layout() == null
        ? null
        : templates
            .find(partnerId, stored.layout())
            .filter(one -> !one.state().equals("deleted"))
            .orElse(null);
  }

  /** The bytes of a document never change, so a browser need not ask twice. */
  @GetMapping("/documents/{id}/review/pages")
  ResponseEntity<Papers.Shown> pages(@PathVariable String id) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
        .contentType(MediaType.APPLICATION_JSON)
        .body(reviews.shown(find(id)));
  }

  /** What was taken off the document, as the order has it; as it was when nothing tells what. */
  @GetMapping("/documents/{id}/review/value")
  ResponseEntity<String> value(
      @PathVariable String id,
      @RequestParam String kind,
      @RequestParam String text,
      @RequestParam(required = false) Boolean dayFirst,
      @RequestParam(required = false) Character decimal) {
    find(id);
    String value = reviews.canonical(new Habits(dayFirst, decimal), kind, text).orElse(text);
    return ResponseEntity.ok().contentType(PLAIN).body(value);
  }

  @GetMapping("/documents/{id}/review/pages/{page}.png")
  ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable int page) {
    find(id);
    byte[] png = reviews.picture(id, page);
    if (png.length == 0) {
      throw new NotFound("page", String.valueOf(page));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
        .contentType(MediaType.IMAGE_PNG)
        .header("X-Content-Type-Options", "nosniff")
        .body(png);
  }

  @PostMapping("/documents/{id}/review")
  String approve(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> typed,
      Principal who,
      Model model,
      RedirectAttributes told) {
    Stored stored = find(id);
    ObjectNode order = ReviewForm.order(stored.order(), typed);
    String by = who.getName();
    List<String> wrong = reviews.approve(id, order, by);
    if (!wrong.isEmpty()) {
      model.addAttribute("faults", wrong.stream().map(ReviewForm::say).toList());
      show(stored, order, model);
      return "review";
    }
    audit.record(by, "extraction-approved", "document/" + id, null);
    told.addFlashAttribute("done", "Approved: the order goes its way.");
    return "redirect:/documents/" + id;
  }

  @PostMapping("/documents/{id}/review/reject")
  String reject(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      Principal who,
      RedirectAttributes told) {
    find(id);
    if (reason.isBlank()) {
      told.addFlashAttribute("fault", "Say why it is rejected: the sender will ask.");
      return "redirect:/documents/" + id + "/review";
    }
    if (reviews.reject(id, reason.strip(), who.getName())) {
      audit.record(who.getName(), "extraction-rejected", "document/" + id, reason.strip());
      told.addFlashAttribute("done", "Rejected: the document is kept, no order was made of it.");
    } else {
      told.addFlashAttribute("fault", "Somebody has decided about it already.");
    }
    return "redirect:/documents/" + id;
  }

  private Stored find(String id) {
    return reviews.find(id).orElseThrow(() -> new NotFound("order to review", id));
  }
}
