package io.quayside.edi;

import java.util.List;

/**
 * One transaction set to write.
 *
 * @param type ST01, for example 855; UNH S009, for example {@code ORDRSP:D:96A:UN:EAN005}
 * @param controlNumber ST02, four to nine digits; UNH 0062, 1 to 14 characters
 * @param body the segments between header and trailer, which the writer adds
 */
public record OutSet(String type, String controlNumber, List<OutSegment> body) {
  public OutSet {
    body = List.copyOf(body);
  }
}
