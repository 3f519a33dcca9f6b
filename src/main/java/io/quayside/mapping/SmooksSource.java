package io.quayside.mapping;

import java.io.Reader;
import org.smooks.io.source.ReaderSource;

/** A document on its way into Smooks: the only source our reader takes. */
final class SmooksSource extends ReaderSource<Reader> {
  private final DocumentSource document;
  private final CompiledMapping compiled;
  private final Reading reading;

  /**
   * @param compiled does the work of Smooks' visitors; null when they do it
   */
  SmooksSource(DocumentSource document, CompiledMapping compiled, Reading reading) {
    super(Reader.nullReader());
    this.document = document;
    this.compiled = compiled;
    this.reading = reading;
  }

  DocumentSource document() {
    return document;
  }

  CompiledMapping compiled() {
    return compiled;
  }

  Reading reading() {
    return reading;
  }
}
