package io.quayside.console.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered as asked: what is wrong, where, and how to mend it. */
class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient List<String> errors;

  ApiProblem(HttpStatus status, String detail, List<String> errors) {
    super(detail);
    this.status = status;
    this.errors = List.copyOf(errors);
  }

  ApiProblem(HttpStatus status, String detail) {
    this(status, detail, List.of());
  }

  static ApiProblem notFound(String thing, String id) {
    return new ApiProblem(HttpStatus.NOT_FOUND, "There is no " + thing + " “" + id + "”.");
  }

  static ApiProblem badRequest(String detail) {
    return new ApiProblem(HttpStatus.BAD_REQUEST, detail);
  }

  static ApiProblem conflict(String detail) {
    return new ApiProblem(HttpStatus.CONFLICT, detail);
  }

  HttpStatus status() {
    return status;
  }

  /** Each thing that is wrong, in a sentence that begins with its place; may be empty. */
  List<String> errors() {
    return errors;
  }
}
