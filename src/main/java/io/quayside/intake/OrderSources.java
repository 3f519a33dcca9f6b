package io.quayside.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.document.Documents.Document;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.DocumentSource;
import io.quayside.mapping.OrderMapping;
import io.quayside.mapping.tree.OrderFiles.FoundOrder;
import io.quayside.partner.TradingPartner;
import io.quayside.work.PermanentFailure;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a recorded order is read from, and by which mapping. */
@Component
class OrderSources {

  private static final Set<String> EDI = Set.of("x12", "edifact");

  /**
   * @param canonical the order itself where the document is a canonical one; the rest is null then
   * @param mapping path below {@code mappings/}
   * @param overlay the partner's file that changes it, or null
   */
  record Readable(ObjectNode canonical, DocumentSource document, String mapping, String overlay) {}

  private final ReadFiles interchanges;
  private final FoundOrders files;
  private final ConfigFiles config;

  OrderSources(ReadFiles interchanges, FoundOrders files, ConfigFiles config) {
    this.interchanges = interchanges;
    this.files = files;
    this.config = config;
  }

  static boolean isEdi(Document document) {
    return EDI.contains(document.format());
  }

  Readable of(Document document, Optional<TradingPartner> partner) {
    String overlay = partner.map(one -> one.mappings().get(document.type())).orElse(null);
    if (isEdi(document)) {
      String mapping =
          OrderMapping.base(config, document.type())
              .orElseThrow(
                  () ->
                      new PermanentFailure(
                          "Document %s is of type %s, which no mapping makes an order."
                              .formatted(document.id(), document.type())));
      return new Readable(
          null,
          DocumentSource.of(interchanges.set(document, ReadFiles.agreed(partner))),
          mapping,
          overlay);
    }
    FoundOrder order = files.of(document);
    return new Readable(order.canonical(), order.source(), order.mapping(), overlay);
  }
}
