package io.quayside.partner;

import java.util.List;
import java.util.stream.Collectors;

/** A partner or channel file is not right: all its faults at once. */
public final class PartnerFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final transient List<Fault> faults;

  public PartnerFileException(String file, List<Fault> faults) {
    super(
        faults.stream()
            .map(Fault::sentence)
            .collect(Collectors.joining("\n  ", file + " is not right:\n  ", "")));
    this.file = file;
    this.faults = List.copyOf(faults);
  }

  /** Which file, for messages. */
  public String file() {
    return file;
  }

  public List<Fault> faults() {
    return faults;
  }
}
