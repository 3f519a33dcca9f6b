package io.quayside.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quayside.ops.WorkList;
import io.quayside.partner.Partners;
import io.quayside.work.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work list. */
@RestController
@RequestMapping("/api/exceptions")
class ExceptionsApi {

  /** An exception as the API gives it. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Shown(
      String id,
      String kind,
      String key,
      String order,
      String document,
      String receipt,
      String partner,
      boolean test,
      String title,
      String text,
      String remedy,
      boolean retryable,
      Instant deadline,
      Instant raisedAt,
      Instant resolvedAt,
      String resolvedBy,
      String note) {}

  /** How it was resolved; with {@code partner}, who sent what nobody knew. */
  record Resolution(String note, String partner) {}

  private final Problems problems;
  private final WorkList work;
  private final Partners partners;
  private final Bodies bodies;

  ExceptionsApi(Problems problems, WorkList work, Partners partners, Bodies bodies) {
    this.problems = problems;
    this.work = work;
    this.partners = partners;
    this.bodies = bodies;
  }

  @GetMapping
  PageOf<Shown> list(
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String order,
      @RequestParam(required = false) String partner,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    PageOf.check(page, size);
    Problems.Page found =
        problems.list(new Problems.Query(kind, order, partner, open, test, page, size));
    return new PageOf<>(
        found.items().stream().map(ExceptionsApi::shown).toList(), page, size, found.total());
  }

  @GetMapping("/{id}")
  Shown one(@PathVariable String id) {
    return shown(find(id));
  }

  @PostMapping("/{id}/retry")
  Shown retry(@PathVariable String id, Principal who) {
    find(id);
    if (!work.retry(id, who.getName())) {
      throw ApiProblem.conflict(
          "This exception is closed, or a repetition makes no sense: see its remedy.");
    }
    return one(id);
  }

  /** The body may be left out. */
  @PostMapping("/{id}/resolve")
  Shown resolve(@PathVariable String id, HttpServletRequest request, Principal who) {
    find(id);
    boolean said =
        request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    Resolution resolution =
        said ? bodies.value(request, Resolution.class) : new Resolution(null, null);
    boolean done =
        resolution.partner() == null
            ? work.resolve(id, resolution.note(), who.getName())
            : assign(id, resolution.partner(), who.getName());
    if (!done) {
      throw ApiProblem.conflict("This exception is closed already, or is not about an arrival.");
    }
    return one(id);
  }

  private boolean assign(String id, String partner, String by) {
    if (partners.find(partner).isEmpty()) {
      throw ApiProblem.badRequest("/partner `" + partner + "`: there is no such partner.");
    }
    return work.assign(id, partner, by);
  }

  private Problems.Problem find(String id) {
    return problems.find(id).orElseThrow(() -> ApiProblem.notFound("exception", id));
  }

  private static Shown shown(Problems.Problem p) {
    return new Shown(
        p.id(),
        p.kind(),
        p.key(),
        p.orderId(),
        p.documentId(),
        p.receiptId(),
        p.partnerId(),
        p.test(),
        p.title(),
        p.text(),
        p.remedy(),
        p.retryable(),
        p.deadline(),
        p.raisedAt(),
        p.resolvedAt(),
        p.resolvedBy(),
        p.note());
  }
}
