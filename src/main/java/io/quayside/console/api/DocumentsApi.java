package io.quayside.console.api;

import io.quayside.console.Download;
import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.ops.DocumentWork;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Documents in and out, their bytes, and sending or reading them again. */
@RestController
@RequestMapping("/api/documents")
class DocumentsApi {

  /** {@code true} takes a document that waits for a decision, {@code false} sets it aside. */
  record Settlement(Boolean accept) {}

  /** {@code true}: what was sent no longer holds, and nothing takes its place. */
  record Replacement(Boolean cancel) {}

  private final Documents documents;
  private final DocumentWork work;
  private final Bodies bodies;

  DocumentsApi(Documents documents, DocumentWork work, Bodies bodies) {
    this.documents = documents;
    this.work = work;
    this.bodies = bodies;
  }

  @GetMapping
  PageOf<DocumentJson.Brief> list(
      @RequestParam(required = false) String direction,
      @RequestParam(required = false) String type,
      @RequestParam(required = false) String partner,
      @RequestParam(required = false) String order,
      @RequestParam(required = false) String receipt,
      @RequestParam(required = false) String controlNumber,
      @RequestParam(required = false) String validity,
      @RequestParam(required = false) String delivery,
      @RequestParam(required = false) String acknowledgment,
      @RequestParam(required = false) Boolean test,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    PageOf.check(page, size);
    Documents.Page found =
        documents.list(
            new Documents.Query(
                direction,
                type,
                partner,
                order,
                receipt,
                controlNumber,
                validity,
                delivery,
                acknowledgment,
                test,
                page,
                size));
    return new PageOf<>(
        found.items().stream().map(DocumentJson::brief).toList(), page, size, found.total());
  }

  @GetMapping("/{id}")
  DocumentJson.Whole one(@PathVariable String id) {
    return DocumentJson.whole(find(id));
  }

  @GetMapping("/{id}/raw")
  ResponseEntity<byte[]> raw(@PathVariable String id) {
    return Download.of(find(id), documents.bytes(id));
  }

  @PostMapping("/{id}/resend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, String> resend(@PathVariable String id, Principal who) {
    find(id);
    work.resend(id, who.getName());
    return Map.of("documentId", id);
  }

  @PostMapping("/{id}/reprocess")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, String> reprocess(@PathVariable String id, Principal who) {
    find(id);
    work.reprocess(id, who.getName());
    return Map.of("documentId", id);
  }

  /** A document that replaces this one; {@code {"cancel": true}}: that cancels it. */
  @PostMapping("/{id}/correct")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, String> correct(@PathVariable String id, HttpServletRequest request, Principal who) {
    find(id);
    byte[] body = bodies.jsonOrNone(request);
    boolean cancel =
        body.length > 0
            && Boolean.TRUE.equals(bodies.value(bodies.tree(body), Replacement.class).cancel());
    work.correct(id, cancel, who.getName());
    return Map.of("documentId", id);
  }

  /** A change or conflict that waits for a person: taken, or set aside. */
  @PostMapping("/{id}/settle")
  Map<String, Object> settle(@PathVariable String id, HttpServletRequest request, Principal who) {
    find(id);
    Boolean accept = bodies.value(request, Settlement.class).accept();
    if (accept == null) {
      throw ApiProblem.badRequest(
          "/accept: is missing. true takes the document, false sets it aside.");
    }
    work.settle(id, accept, who.getName());
    return Map.of("documentId", id, "accepted", accept);
  }

  private Document find(String id) {
    return documents.find(id).orElseThrow(() -> ApiProblem.notFound("document", id));
  }
}
