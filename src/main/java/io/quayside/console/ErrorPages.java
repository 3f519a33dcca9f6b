package io.quayside.console;

import io.quayside.console.access.ProblemWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong, in words: a page for people, problem details for machines. No stack traces. */
@Controller
class ErrorPages implements ErrorController {

  private static final Map<Integer, String> WORDS =
      Map.of(
          400, "The address or what was sent with it is not right.",
          403,
              "You may not do this, or the page was open for too long. Go back, load it again, and repeat.",
          404, "There is nothing at this address.",
          405, "This cannot be done at this address.",
          406, "This cannot be given in the format asked for.",
          413, "That is too large.",
          415, "This format is not taken here.",
          500, "Something went wrong here. It is in the log with its time.",
          503, "The hub is not ready yet. Try again in a moment.");

  private final ProblemWriter problems;

  ErrorPages(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  String error(HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer known ? known : 404;
    String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String words = WORDS.getOrDefault(status, WORDS.get(status < 500 ? 400 : 500));
    if (ProblemWriter.isForMachines(path)) {
      problems.write(response, status, words, path);
      return null;
    }
    response.setStatus(status);
    Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
    boolean ours = message instanceof String text && text.startsWith("There is no ");
    model.addAttribute("status", status);
    model.addAttribute("text", ours ? message : words);
    return "error";
  }
}
