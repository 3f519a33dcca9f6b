package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Documents.Query;
import io.quayside.edi.ApplicationAdvice;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what we sent by the numbers it carried; test and live documents count apart. */
@Component
class SentDocuments {
  private static final int PAGE = 200;

  private final Documents documents;

  SentDocuments(Documents documents) {
    this.documents = documents;
  }

  /**
   * Ours with this group (and set) number, of the same kind as the received one: test or live.
   *
   * @param set ST02; "" when the whole group is meant
   */
  Optional<Document> byGroup(Document received, String functionalId, String group, String set) {
    String partner = received.partnerId();
    Optional<Document> found =
        documents.sent(partner, functionalId, group, set.isEmpty() ? null : set);
    if (found.isPresent() && found.get().test() == received.test()) {
      return found;
    }
    Documents.Page page;
    int number = 0;
    do {
      page = documents.list(query(received, null, number));
      for (Document one : page.items()) {
        if (functionalId.equals(one.functionalId())
            && group.equals(one.groupControlNumber())
            && (set.isEmpty() || set.equals(one.setControlNumber()))) {
          return Optional.of(one);
        }
      }
      number++;
    } while (found.isPresent() && (long) number * PAGE < page.total());
    return Optional.empty();
  }

  /**
   * Ours that an 824 or APERAK speaks of: by type, group and set number where it says them, else
   * the newest whose own number, reference or interchange number it names.
   */
  Optional<Document> spokenOf(Document received, ApplicationAdvice advice) {
    int number = 0;
    Documents.Page page;
    do {
      page = documents.list(query(received, null, number));
      Optional<Document> found =
          page.items().stream().filter(one -> isMeant(one, advice)).findFirst();
      if (found.isPresent()) {
        return found;
      }
      number++;
    } while ((long) number * PAGE < page.total());
    return Optional.empty();
  }

  private static boolean isMeant(Document one, ApplicationAdvice advice) {
    boolean answer = one.businessKey() != null && one.businessKey().startsWith(one.type() + "/");
    if (!answer || !advice.type().isEmpty() && !advice.type().equals(one.type())) {
      return false;
    }
    if (!advice.group().isEmpty() && !advice.set().isEmpty()) {
      return advice.group().equals(one.groupControlNumber())
          && advice.set().equals(one.setControlNumber());
    }
    String named = advice.reference();
    return !named.isEmpty()
        && (one.businessKey().endsWith("/" + named)
            || named.equals(one.reference())
            || named.equals(one.controlNumber()));
  }

  /** Ours in the interchange with this number. */
  List<Document> byInterchange(Document received, String controlNumber) {
    return documents.list(query(received, controlNumber, 0)).items();
  }

  private static Query query(Document received, String controlNumber, int page) {
    return new Query(
        "out",
        null,
        received.partnerId(),
        null,
        null,
        controlNumber,
        null,
        null,
        null,
        received.test(),
        page,
        PAGE);
  }
}
