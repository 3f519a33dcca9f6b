package io.quayside.edi;

import java.util.List;

/**
 * What was written, read back and found equal.
 *
 * @param findings one NOTE for each value that could not be written to the character and what was
 *     done
 */
public record WrittenInterchange(byte[] bytes, List<Finding> findings) {
  public WrittenInterchange {
    findings = List.copyOf(findings);
  }
}
