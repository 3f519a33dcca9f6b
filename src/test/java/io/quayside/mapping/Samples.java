package io.quayside.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.edi.EdiFile;
import io.quayside.edi.EdiSchemas;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.TransactionSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Own documents, and the files of the product with those of the tests before them. */
final class Samples {
  static final String MAPPING = "x12/850-to-order.xml";
  static final ConfigFiles FILES =
      new ConfigFiles(Path.of("src/test/resources/mapping").toString());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EdiSchemas SCHEMAS =
      new EdiSchemas(path -> FILES.open("mappings/" + path).orElse(null));

  private Samples() {}

  static EdiFile read(String name) {
    return new io.quayside.edi.EdiReader(SCHEMAS).read(bytes(name));
  }

  static EdiFile readBytes(byte[] bytes) {
    return new io.quayside.edi.EdiReader(SCHEMAS).read(bytes);
  }

  static EdiFile readText(String text) {
    return new io.quayside.edi.EdiReader(SCHEMAS).read(text.getBytes(UTF_8));
  }

  static MappedOrder map(OrderMapping mapping, EdiFile file, String overlay) {
    Interchange interchange = file.interchanges().get(0);
    FunctionalGroup group = interchange.groups().get(0);
    TransactionSet set = group.sets().get(0);
    return mapping
        .map(set, OrderMapping.base(FILES, set.type()).orElseThrow(), overlay)
        .withEnvelope(
            set.version(),
            interchange.controlNumber(),
            group.isImplied() ? null : group.controlNumber(),
            interchange.test());
  }

  static JsonNode json(String name) {
    try {
      return JSON.readTree(bytes(name));
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/mapping/orders/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
