package io.quayside.console.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes problem details (RFC 9457) outside of controllers. */
@Component
public class ProblemWriter {

  private final ObjectMapper json;

  ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  /** Whether the path belongs to machines, which get problem details and never a page. */
  public static boolean isForMachines(String path) {
    return path != null
        && (path.equals("/api")
            || path.startsWith("/api/")
            || path.startsWith("/webhooks/")
            || path.startsWith("/v3/")
            || path.startsWith("/actuator"));
  }

  /** Answers with the status and its words; {@code instance} is the path that was asked for. */
  public void write(HttpServletResponse response, int status, String detail, String instance)
      throws IOException {
    HttpStatus known = HttpStatus.resolve(status);
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", known == null ? "Error" : known.getReasonPhrase());
    problem.put("status", status);
    problem.put("detail", detail);
    problem.put("instance", instance);
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }

  void unauthorized(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer");
    write(
        response,
        401,
        "Send a valid token: Authorization: Bearer <token>. An admin makes one in the console under Settings.",
        request.getRequestURI());
  }

  void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
    write(
        response,
        403,
        "The role of this token does not allow "
            + request.getMethod()
            + " here: use a token of a higher role.",
        request.getRequestURI());
  }
}
