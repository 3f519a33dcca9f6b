package io.quayside.cli;

import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.TransactionSet;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.DocumentSource;
import io.quayside.mapping.MappedOrder;
import io.quayside.mapping.MappingException;
import io.quayside.mapping.OrderMapping;
import io.quayside.mapping.OrderSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The orders of one file. Each is mapped as soon as its set is read, and waits as bytes: only at
 * the end of the interchange it is known whether it counts.
 */
final class Translation {
  private final ConfigFiles files;
  private final OrderMapping mapping;
  private final OrderSchema schema;
  private final boolean evidence;
  private final WaitingBytes waiting = new WaitingBytes();
  private final Deque<Mapped> mapped = new ArrayDeque<>();
  private InputStream orders;
  private MappingException failure;

  /**
   * One set.
   *
   * @param order null when it is none that could be mapped
   * @param before number of bytes that wait before its envelope
   * @param after and of those behind it
   */
  record Mapped(Findings order, long before, long after) {}

  /** What is to be said of an order; with violations it is none. */
  record Findings(List<MappedOrder.Problem> odd, List<String> unused, List<String> violations) {}

  Translation(ConfigFiles files, OrderMapping mapping, OrderSchema schema, boolean evidence) {
    this.files = files;
    this.mapping = mapping;
    this.schema = schema;
    this.evidence = evidence;
  }

  /** Takes the next set of the file; its segments are not needed any more. */
  void add(TransactionSet set) {
    String base = set.accepted() ? OrderMapping.base(files, set.type()).orElse(null) : null;
    if (base == null || failure != null) {
      mapped.add(new Mapped(null, 0, 0));
      return;
    }
    try {
      mapped.add(map(set, base));
    } catch (MappingException e) {
      failure = e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Mapped map(TransactionSet set, String base) throws IOException {
    OrderLine line = new OrderLine();
    List<String> violations = new ArrayList<>();
    MappedOrder order =
        mapping.mapLines(
            DocumentSource.of(set),
            base,
            null,
            evidence,
            each -> {
              if (line.count() > 0) {
                violations.addAll(schema.checkLine(line.count(), each));
              }
              line.add(each);
            });
    violations.addAll(0, schema.checkHead(order.order(), line.first()));
    Findings findings = new Findings(order.findings(), order.unused(), violations);
    if (!violations.isEmpty()) {
      return new Mapped(findings, 0, 0);
    }
    long start = waiting.size();
    line.write(order.order(), waiting);
    long middle = waiting.size();
    OrderLine.end(evidence ? order.evidence() : null, waiting);
    return new Mapped(findings, middle - start, waiting.size() - middle);
  }

  /**
   * The sets in the order they were read; {@link MappingException} when a mapping cannot be run.
   */
  Mapped next() {
    if (failure != null) {
      throw failure;
    }
    return mapped.remove();
  }

  /** Writes the order of the set that was asked for last. */
  void write(
      Mapped order,
      Interchange interchange,
      FunctionalGroup group,
      TransactionSet set,
      OutputStream out)
      throws IOException {
    copy(order.before(), out);
    OrderLine.envelope(interchange, group, set, out);
    copy(order.after(), out);
  }

  /** Leaves the order out. */
  void skip(Mapped order) {
    try {
      orders().skipNBytes(order.before() + order.after());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(long length, OutputStream out) throws IOException {
    byte[] bytes = new byte[8192];
    for (long rest = length; rest > 0; ) {
      int read = orders().readNBytes(bytes, 0, (int) Math.min(rest, bytes.length));
      out.write(bytes, 0, read);
      rest -= read;
    }
  }

  private InputStream orders() throws IOException {
    if (orders == null) {
      orders = waiting.read();
    }
    return orders;
  }
}
