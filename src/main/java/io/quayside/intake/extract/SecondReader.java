package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Somebody else who reads the text of an order, for example a language model, and may be wrong. */
public interface SecondReader {

  /** The answer's shape: each value as it stands in the text. */
  String SCHEMA = "mappings/extract/second-reader.schema.json";

  /**
   * What it takes the text for.
   *
   * @param text row by row
   * @return an object of {@link #SCHEMA}; nothing in it is believed
   * @throws IOException when there is no answer, with the reason and nothing of the text
   */
  JsonNode read(String text) throws IOException;
}
