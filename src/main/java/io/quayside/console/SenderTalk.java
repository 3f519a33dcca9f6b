package io.quayside.console;

import io.quayside.document.Documents.Document;
import io.quayside.intake.SenderQuestions;
import io.quayside.intake.SenderReplies;
import io.quayside.ops.Audit;
import io.quayside.outbound.DocumentQuestions;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On the review page: the question to the sender, and what the sender wrote back. */
@Controller
class SenderTalk {

  private static final int LONGEST = 10_000;

  private final SenderQuestions questions;
  private final SenderReplies replies;
  private final DocumentQuestions letters;
  private final Audit audit;

  SenderTalk(
      SenderQuestions questions, SenderReplies replies, DocumentQuestions letters, Audit audit) {
    this.questions = questions;
    this.replies = replies;
    this.letters = letters;
    this.audit = audit;
  }

  void show(Document document, Model model) {
    Optional<SenderQuestions.Asked> asked = questions.find(document.id());
    List<DocumentQuestions.Point> points =
        asked.map(SenderQuestions.Asked::points).orElse(List.of()).stream()
            .map(one -> new DocumentQuestions.Point(one.word(), one.values()))
            .toList();
    model.addAttribute("asked", asked.orElse(null));
    model.addAttribute("hindrance", letters.hindrance(document.id()).orElse(null));
    model.addAttribute("question", letters.text(document.partnerId(), points));
    model.addAttribute("replies", replies.of(document.id()));
  }

  @PostMapping("/documents/{id}/review/ask")
  String ask(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String text,
      Principal who,
      RedirectAttributes told) {
    Optional<String> hindrance = letters.hindrance(id);
    if (text.isBlank() || text.length() > LONGEST) {
      told.addFlashAttribute("fault", "Write what is to be asked, up to 10,000 characters.");
    } else if (hindrance.isPresent()) {
      told.addFlashAttribute("fault", hindrance.get() + ".");
    } else {
      audit.during(
          who.getName(),
          "sender-asked",
          "document/" + id,
          null,
          () -> questions.ask(id, text.strip(), who.getName()));
      told.addFlashAttribute("done", "Asked: the order waits for the sender.");
    }
    return "redirect:/documents/" + id + "/review";
  }

  @PostMapping("/documents/{id}/review/take")
  String take(
      @PathVariable String id,
      @RequestParam String mail,
      @RequestParam String part,
      Principal who,
      RedirectAttributes told) {
    if (replies.take(id, mail, part, who.getName())) {
      audit.record(who.getName(), "reply-taken", "document/" + id, null);
      told.addFlashAttribute("done", "Taken: it goes its way in place of this document.");
    } else {
      told.addFlashAttribute("fault", "Somebody has decided about it already.");
    }
    return "redirect:/documents/" + id;
  }
}
