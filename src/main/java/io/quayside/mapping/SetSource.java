package io.quayside.mapping;

import io.quayside.edi.TransactionSet;
import java.io.Reader;
import org.smooks.io.source.ReaderSource;

/** A set on its way into Smooks: the only source our reader takes. */
final class SetSource extends ReaderSource<Reader> {
  private final TransactionSet set;

  SetSource(TransactionSet set) {
    super(Reader.nullReader());
    this.set = set;
  }

  TransactionSet set() {
    return set;
  }
}
