package io.quayside.outbound;

import io.quayside.edi.EdiFile;
import io.quayside.edi.EdiReader;
import io.quayside.edi.EdiSchemas;
import io.quayside.edi.Severities;
import io.quayside.mapping.ConfigFiles;
import io.quayside.partner.Agreement;
import org.springframework.stereotype.Component;

/** Reads received bytes again, with the schemas in {@code mappings/}. */
@Component
class ReceivedBytes {
  private final EdiReader reader;

  ReceivedBytes(ConfigFiles files) {
    this.reader =
        new EdiReader(new EdiSchemas(path -> files.open("mappings/" + path).orElse(null)));
  }

  EdiFile read(byte[] bytes) {
    return reader.read(bytes);
  }

  /** Read and judged as agreed with the sender. */
  EdiFile read(byte[] bytes, Agreement agreement) {
    return reader.read(bytes, Severities.of(agreement.strict(), agreement.severity()));
  }
}
