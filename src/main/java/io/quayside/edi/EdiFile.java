package io.quayside.edi;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that was read from one file.
 *
 * @param interchanges in the order of the file; empty when nothing could be read
 * @param findings about bytes outside any interchange; those inside stand with their interchange,
 *     group or set
 */
public record EdiFile(List<Interchange> interchanges, List<Finding> findings) {
  public EdiFile {
    interchanges = List.copyOf(interchanges);
    findings = List.copyOf(findings);
  }

  /** All findings of the file from the outside in, in reading order. */
  public List<Finding> allFindings() {
    List<Finding> all = new ArrayList<>(findings);
    for (Interchange interchange : interchanges) {
      all.addAll(interchange.findings());
      for (FunctionalGroup group : interchange.groups()) {
        all.addAll(group.findings());
        group.sets().forEach(set -> all.addAll(set.findings()));
      }
    }
    return all;
  }
}
