package io.quayside.outbound;

import io.quayside.edi.EdiFile;
import io.quayside.edi.EdiReader;
import io.quayside.edi.EdiSchemas;
import io.quayside.mapping.ConfigFiles;
import org.springframework.stereotype.Component;

/** Reads received bytes again, with the schemas in {@code mappings/}. */
@Component
class ReceivedBytes {
  private final EdiReader reader;

  ReceivedBytes(ConfigFiles files) {
    this.reader =
        new EdiReader(new EdiSchemas(path -> files.open("mappings/" + path).orElse(null)));
  }

  /**
   * @param strict any error rejects
   */
  EdiFile read(byte[] bytes, boolean strict) {
    return reader.read(bytes, strict);
  }
}
