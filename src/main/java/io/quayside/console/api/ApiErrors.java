package io.quayside.console.api;

import io.quayside.console.access.ProblemWriter;
import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.ops.DocumentRefusal;
import io.quayside.order.OrderRefusal;
import io.quayside.partner.Fault;
import io.quayside.partner.PartnerFileException;
import io.quayside.partner.StaleVersionException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Errors of the API as problem details (RFC 9457). A page that fails goes to the error page
 * instead.
 */
@ControllerAdvice
class ApiErrors extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler
  ResponseEntity<Object> refused(ApiProblem problem, WebRequest request) {
    return problem(problem.status(), problem.getMessage(), problem.errors(), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> order(OrderRefusal refusal, WebRequest request) {
    return problem(HttpStatus.CONFLICT, refusal.getMessage(), List.of(), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> document(DocumentRefusal refusal, WebRequest request) {
    return problem(HttpStatus.CONFLICT, refusal.getMessage(), List.of(), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> fulfilment(FulfilmentRefusal refusal, WebRequest request) {
    return problem(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage(), List.of(), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> partnerFile(PartnerFileException wrong, WebRequest request) {
    return problem(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "The partner file is not right; nothing was saved.",
        wrong.faults().stream().map(Fault::sentence).toList(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<Object> stale(StaleVersionException stale, WebRequest request) {
    return problem(HttpStatus.PRECONDITION_FAILED, stale.getMessage(), List.of(), request);
  }

  /** The database is away, locked or full: nothing was kept, and the same call may do later. */
  @ExceptionHandler({
    TransactionException.class,
    TransientDataAccessException.class,
    NonTransientDataAccessResourceException.class
  })
  ResponseEntity<Object> away(RuntimeException fault, WebRequest request) {
    LOG.warn("{} cannot be stored: {}", path(request), fault.getMessage());
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "Nothing can be stored right now, and nothing was: send it again in a moment.",
        List.of(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<Object> uncategorized(UncategorizedSQLException fault, WebRequest request) {
    String said = String.valueOf(fault.getMessage());
    boolean away =
        List.of("SQLITE_FULL", "SQLITE_BUSY", "SQLITE_IOERR").stream().anyMatch(said::contains);
    return away ? away(fault, request) : unexpected(fault, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(RuntimeException fault, WebRequest request) {
    String path = path(request);
    LOG.error("{} failed", path, fault);
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong here. It is in the log with its time.",
        List.of(),
        request);
  }

  private ResponseEntity<Object> problem(
      HttpStatus status, String detail, List<String> errors, WebRequest request) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    if (!errors.isEmpty()) {
      body.setProperty("errors", errors);
    }
    return answer(body, new HttpHeaders(), status, request);
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception fault,
      Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        body instanceof ProblemDetail known
            ? known
            : fault instanceof ErrorResponse answer
                ? answer.getBody()
                : ProblemDetail.forStatusAndDetail(status, fault.getMessage());
    if (fault instanceof NoResourceFoundException) {
      problem.setDetail("There is nothing at this address.");
    }
    return answer(problem, headers, status, request);
  }

  private static ResponseEntity<Object> answer(
      ProblemDetail problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String path = path(request);
    if (ProblemWriter.isForMachines(path)) {
      problem.setInstance(URI.create(((ServletWebRequest) request).getRequest().getRequestURI()));
      HttpHeaders all = new HttpHeaders();
      all.putAll(headers);
      all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
      return new ResponseEntity<>(problem, all, status);
    }
    toErrorPage((ServletWebRequest) request, status.value(), problem.getDetail());
    return null;
  }

  private static void toErrorPage(ServletWebRequest request, int status, String words) {
    HttpServletResponse response = request.getResponse();
    if (response == null || response.isCommitted()) {
      return;
    }
    try {
      response.sendError(status, words);
    } catch (IOException gone) {
      LOG.debug("The browser has gone away", gone);
    }
  }

  private static String path(WebRequest request) {
    return ((ServletWebRequest) request).getRequest().getServletPath();
  }
}
