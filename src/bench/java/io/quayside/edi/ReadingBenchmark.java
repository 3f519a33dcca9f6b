package io.quayside.edi;

import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Bytes of an 850 to its findings and its 997, beside the same work without the 997 by staedi. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadingBenchmark {
  @Param({"10", "200"})
  private int lines;

  private final EdiReader reader = new EdiReader(TestSchemas.all());
  private byte[] bytes;
  private Schema schema;

  @Setup
  public void prepare() throws Exception {
    List<String> body = new ArrayList<>(Documents.ORDER.subList(0, 6));
    for (int i = 1; i <= lines; i++) {
      body.add("PO1*" + i * 10 + "*100*EA*12.50**VP*W-" + (1000 + i) + "*UP*012345678905");
      body.add("PID*F****Widget number " + i);
    }
    body.add("CTT*" + lines);
    bytes = Documents.order(body);
    String xml = ResolvedSchema.of(TestSchemas.all(), Standard.X12, "004010", "850").orElseThrow();
    schema =
        SchemaFactory.newFactory()
            .createSchema(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    EdiFile read = reader.read(bytes);
    if (!read.allFindings().isEmpty()) {
      throw new IllegalStateException(read.allFindings().toString());
    }
    System.out.println("# " + bytes.length + " bytes: MB/s = " + bytes.length + " / us");
  }

  @Benchmark
  public List<OutSegment> quayside() {
    Interchange interchange = reader.read(bytes).interchanges().get(0);
    return Acknowledgments.functional997(interchange, interchange.groups().get(0));
  }

  @Benchmark
  public int staedi() throws Exception {
    int events = 0;
    try (EDIStreamReader edi =
        EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(bytes))) {
      while (edi.hasNext()) {
        EDIStreamEvent event = edi.next();
        if (event == EDIStreamEvent.START_TRANSACTION) {
          edi.setTransactionSchema(schema);
        }
        events++;
      }
    }
    return events;
  }
}
