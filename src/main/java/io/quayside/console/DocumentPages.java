package io.quayside.console;

import static io.quayside.console.OrderPages.blankToNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.document.DamagedDocumentException;
import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.ops.DocumentRefusal;
import io.quayside.ops.DocumentWork;
import io.quayside.partner.Partners;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The documents in and out, with their three statuses, findings in words and raw text. */
@Controller
class DocumentPages {

  private final Documents documents;
  private final DocumentWork work;
  private final Partners partners;
  private final MailCard mails;
  private final ObjectMapper json;
  private final Words words;

  DocumentPages(
      Documents documents,
      DocumentWork work,
      Partners partners,
      MailCard mails,
      ObjectMapper json,
      Words words) {
    this.documents = documents;
    this.work = work;
    this.partners = partners;
    this.mails = mails;
    this.json = json;
    this.words = words;
  }

  /** The search form. */
  record Search(
      String direction,
      String type,
      String partner,
      String controlNumber,
      String validity,
      String delivery,
      String acknowledgment,
      Boolean test,
      Integer page) {

    UriComponentsBuilder address() {
      return UriComponentsBuilder.fromPath("/documents")
          .queryParam("direction", text(direction))
          .queryParam("type", text(type))
          .queryParam("partner", text(partner))
          .queryParam("controlNumber", text(controlNumber))
          .queryParam("validity", text(validity))
          .queryParam("delivery", text(delivery))
          .queryParam("acknowledgment", text(acknowledgment))
          .queryParam("test", Boolean.TRUE.equals(test));
    }

    private static String text(String value) {
      return value == null ? "" : value;
    }
  }

  @GetMapping("/documents")
  String list(Search search, Model model) {
    int page = search.page() == null ? 0 : Math.max(0, search.page());
    Documents.Page found =
        documents.list(
            new Documents.Query(
                blankToNull(search.direction()),
                blankToNull(search.type()),
                blankToNull(search.partner()),
                null,
                null,
                blankToNull(search.controlNumber()),
                blankToNull(search.validity()),
                blankToNull(search.delivery()),
                blankToNull(search.acknowledgment()),
                Boolean.TRUE.equals(search.test()) ? true : null,
                page,
                Paging.SIZE));
    model.addAttribute("documents", found.items());
    model.addAttribute(
        "paging", Paging.of(search.address(), page, found.items().size(), found.total()));
    model.addAttribute("search", search);
    model.addAttribute("wide", true);
    model.addAttribute("partners", partners.all());
    return "documents";
  }

  @GetMapping("/documents/{id}")
  String one(@PathVariable String id, Model model) {
    Document document = find(id);
    model.addAttribute("document", document);
    model.addAttribute("title", words.say(words.document(document.type())));
    model.addAttribute("findings", findings(document.findings()));
    mails.of(document).ifPresent(mail -> model.addAttribute("mail", mail));
    try {
      model.addAttribute("raw", text(document, documents.bytes(id)));
    } catch (DamagedDocumentException damaged) {
      model.addAttribute("damaged", damaged.getMessage());
    }
    return "document";
  }

  @GetMapping("/documents/{id}/raw")
  ResponseEntity<byte[]> raw(@PathVariable String id) {
    Document document = find(id);
    return Download.of(document, documents.bytes(id));
  }

  @PostMapping("/documents/{id}/resend")
  String resend(@PathVariable String id, Principal who, RedirectAttributes told) {
    find(id);
    return during(
        id, told, "Queued: the same bytes go out again.", () -> work.resend(id, who.getName()));
  }

  @PostMapping("/documents/{id}/reprocess")
  String reprocess(@PathVariable String id, Principal who, RedirectAttributes told) {
    find(id);
    return during(
        id,
        told,
        "Queued: the document is read again from its raw bytes.",
        () -> work.reprocess(id, who.getName()));
  }

  @PostMapping("/documents/{id}/settle")
  String settle(
      @PathVariable String id,
      @RequestParam boolean accept,
      Principal who,
      RedirectAttributes told) {
    find(id);
    return during(
        id,
        told,
        accept
            ? "Taken: the order's page shows what became of it."
            : "Set aside: it changes nothing.",
        () -> work.settle(id, accept, who.getName()));
  }

  private static String during(String id, RedirectAttributes told, String done, Runnable change) {
    try {
      change.run();
      told.addFlashAttribute("done", done);
    } catch (DocumentRefusal refusal) {
      told.addFlashAttribute("fault", refusal.getMessage());
    }
    return "redirect:/documents/" + id;
  }

  private Document find(String id) {
    return documents.find(id).orElseThrow(() -> new NotFound("document", id));
  }

  /** The set's own part of what arrived; an outgoing document is shown whole. */
  private static String text(Document document, byte[] bytes) {
    boolean part = "in".equals(document.direction()) && document.to() > document.from();
    return part
        ? RawText.part(bytes, (int) document.from(), (int) Math.min(document.to(), bytes.length))
        : RawText.of(bytes);
  }

  private List<String> findings(String stored) {
    if (stored == null || stored.isBlank()) {
      return List.of();
    }
    try {
      List<String> sentences = new ArrayList<>();
      for (JsonNode finding : json.readTree(stored)) {
        sentences.add(finding.isTextual() ? finding.asText() : finding.toString());
      }
      return sentences;
    } catch (JsonProcessingException notJson) {
      return List.of(stored);
    }
  }
}
