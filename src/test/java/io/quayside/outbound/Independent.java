package io.quayside.outbound;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Another implementation's opinion on an interchange: its envelopes, counts and references. */
final class Independent {
  private Independent() {}

  /** Everything that staedi finds wrong; empty when the interchange is right. */
  static List<String> faults(byte[] bytes) throws Exception {
    List<String> faults = new ArrayList<>();
    int sets = 0;
    EDIInputFactory factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, true);
    try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(bytes))) {
      while (reader.hasNext()) {
        EDIStreamEvent event = reader.next();
        if (event.isError()) {
          faults.add(
              "%s %s %s at %s"
                  .formatted(event, reader.getErrorType(), reader.getText(), reader.getLocation()));
        }
        if (event == EDIStreamEvent.START_TRANSACTION) {
          sets++;
        }
      }
    }
    if (sets > 1) {
      faults.add(sets + " sets in one interchange");
    }
    return faults;
  }
}
