package io.quayside.ops;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts;
import io.quayside.order.OrderViews;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.work.DryRun;
import io.quayside.work.Ids;
import io.quayside.work.Problems;
import io.quayside.work.Problems.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Shows what would become of a document: it goes the real way, with the real partner file, mapping,
 * stock and number tables, as far as the hub goes by itself, and then everything is undone. Nothing
 * is delivered and no external system is asked.
 */
@Component
public class Preview {

  /** The largest document that is previewed: all others wait meanwhile. */
  public static final int LARGEST = 1_000_000;

  private static final int STEPS = 500;
  private static final String DELIVERY = "reply.deliver";
  private static final String INTAKE = "intake.open";

  /** An answer that would go out, byte by byte. */
  public record Answer(String type, String partner, String reference, String text) {}

  /** What would need a person. */
  public record Told(String kind, String title, String text, String remedy) {}

  /**
   * What was found.
   *
   * @param documents as they would be recorded, with their findings
   * @param orders as they would stand when nothing goes on by itself any more
   * @param notes where the way ends: what a person or another system would have to do
   */
  public record Seen(
      List<Document> documents,
      List<OrderView> orders,
      List<Answer> answers,
      List<Told> exceptions,
      List<String> notes) {}

  /** Another preview is running, or the hub does not work yet. */
  public static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy(String why) {
      super(why + ": try again in a moment.");
    }
  }

  private final DryRun dryRun;
  private final QueueConsumers consumers;
  private final Receipts receipts;
  private final Documents documents;
  private final OrderViews orders;
  private final Problems problems;
  private final Ids ids;
  private final Semaphore one = new Semaphore(1);

  Preview(
      DryRun dryRun,
      QueueConsumers consumers,
      Receipts receipts,
      Documents documents,
      OrderViews orders,
      Problems problems,
      Ids ids) {
    this.dryRun = dryRun;
    this.consumers = consumers;
    this.receipts = receipts;
    this.documents = documents;
    this.orders = orders;
    this.problems = problems;
    this.ids = ids;
  }

  /**
   * @param partnerId whose document it is, null to be recognised by content
   * @throws Busy while another one is looked at, and at the start
   */
  public Seen of(byte[] bytes, String name, String partnerId) {
    if (!consumers.consumes(INTAKE)) {
      throw new Busy("The hub is still starting");
    }
    if (!one.tryAcquire()) {
      throw new Busy("Another preview is running");
    }
    try {
      return dryRun.undone(queue -> run(queue, bytes, name, partnerId));
    } finally {
      one.release();
    }
  }

  private Seen run(DryRun.Queue queue, byte[] bytes, String name, String partnerId) {
    String mark = ids.next();
    String receipt =
        receipts
            .receive(
                new Receipts.Arrival(
                    "preview", "preview", partnerId, "preview/" + mark, name, bytes, false))
            .receipt()
            .id();
    Set<String> notes = new LinkedHashSet<>();
    work(queue, notes);
    List<Document> in = documents(new Scope(receipt, null, "in", mark));
    List<OrderView> placed =
        in.stream()
            .flatMap(document -> document.orderIds().stream())
            .distinct()
            .flatMap(id -> orders.find(id).stream())
            .toList();
    Map<String, Document> out = new TreeMap<>();
    documents(new Scope(receipt, null, "out", mark)).forEach(one -> out.put(one.id(), one));
    placed.forEach(
        order ->
            documents(new Scope(null, order.id(), "out", mark))
                .forEach(one -> out.put(one.id(), one)));
    return new Seen(
        in,
        placed,
        out.values().stream().map(this::answer).toList(),
        told(receipt, in, placed, mark),
        List.copyOf(notes));
  }

  private void work(DryRun.Queue queue, Set<String> notes) {
    int steps = 0;
    for (Optional<DryRun.Sent> sent = queue.take(); sent.isPresent(); sent = queue.take()) {
      String destination = sent.get().destination();
      if (destination.equals(DELIVERY)) {
        continue;
      }
      if (!consumers.consumes(destination)) {
        notes.add("The queue " + destination + " is another system's: its answer is not known.");
      } else if (++steps > STEPS) {
        notes.add("Stopped after " + STEPS + " steps: the document is too large for a preview.");
        return;
      } else {
        step(sent.get(), notes);
      }
    }
  }

  private void step(DryRun.Sent sent, Set<String> notes) {
    try {
      consumers
          .process(sent)
          .ifPresent(
              fault ->
                  notes.add("A step fails, " + sent.destination() + ": " + fault.getMessage()));
    } catch (Exception fault) {
      notes.add("A step fails, " + sent.destination() + ": " + fault.getMessage());
    }
  }

  private record Scope(String receiptId, String orderId, String direction, String after) {}

  private List<Document> documents(Scope scope) {
    return Stream.of(false, true)
        .map(
            test ->
                new Documents.Query(
                    scope.direction(),
                    null,
                    null,
                    scope.orderId(),
                    scope.receiptId(),
                    null,
                    null,
                    null,
                    null,
                    test,
                    0,
                    STEPS))
        .flatMap(query -> documents.list(query).items().stream())
        .filter(document -> document.id().compareTo(scope.after()) > 0)
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  private Answer answer(Document document) {
    return new Answer(
        document.type(),
        document.partnerId(),
        document.reference(),
        new String(documents.bytes(document.id()), StandardCharsets.ISO_8859_1));
  }

  private List<Told> told(
      String receipt, List<Document> documents, List<OrderView> orders, String mark) {
    Set<String> about = new LinkedHashSet<>(List.of(receipt));
    documents.forEach(document -> about.add(document.id()));
    orders.forEach(order -> about.add(order.id()));
    return problems
        .list(new Problems.Query(null, null, null, true, null, 0, STEPS))
        .items()
        .stream()
        .filter(problem -> isAbout(problem, about) && problem.id().compareTo(mark) > 0)
        .map(one -> new Told(one.kind(), one.title(), one.text(), one.remedy()))
        .toList();
  }

  private static boolean isAbout(Problem problem, Set<String> about) {
    return Stream.of(problem.receiptId(), problem.documentId(), problem.orderId())
        .anyMatch(id -> id != null && about.contains(id));
  }
}
