package io.quayside.console;

import io.quayside.work.Problems;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows: who is signed in, and how much waits in which corner. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

  /** Who looks at the page, and what they may do. */
  record Viewer(String name, boolean operator, boolean admin) {}

  private final Problems problems;

  PageModel(Problems problems) {
    this.problems = problems;
  }

  @ModelAttribute("viewer")
  Viewer viewer(HttpServletRequest request) {
    if (request.getUserPrincipal() == null) {
      return null;
    }
    return new Viewer(
        request.getUserPrincipal().getName(),
        request.isUserInRole("OPERATOR"),
        request.isUserInRole("ADMIN"));
  }

  @ModelAttribute("openProblems")
  Long openProblems(HttpServletRequest request) {
    boolean page = "GET".equals(request.getMethod()) && request.getUserPrincipal() != null;
    return page ? problems.open() : null;
  }
}
