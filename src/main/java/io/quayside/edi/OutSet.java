package io.quayside.edi;

import java.util.List;

/**
 * One transaction set to write.
 *
 * @param type ST01, for example 855
 * @param controlNumber ST02, four to nine digits
 * @param body the segments between ST and SE, which the writer adds
 */
public record OutSet(String type, String controlNumber, List<OutSegment> body) {
  public OutSet {
    body = List.copyOf(body);
  }
}
