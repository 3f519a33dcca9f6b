package io.quayside.fulfilment.supplier;

import static io.quayside.work.Columns.flag;
import static io.quayside.work.Columns.micros;

import io.quayside.fulfilment.QueueMessages;
import io.quayside.order.message.SupplierStatus;
import io.quayside.work.Database;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The table of what suppliers announced and invoiced, each paper once. */
@Repository
class SupplierPapers {
  static final String SHIPMENT = "shipment";
  static final String INVOICE = "invoice";

  private final Database database;
  private final QueueMessages messages;

  SupplierPapers(Database database, QueueMessages messages) {
    this.database = database;
    this.messages = messages;
  }

  /** False when a paper with this number is there already. */
  boolean add(boolean test, String kind, String paper, SupplierStatus status) {
    return database
            .write()
            .sql(
                "INSERT INTO supplier_paper (test, number, kind, paper, document_id, at, body)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .params(
                flag(test),
                status.supplierOrder(),
                kind,
                paper,
                status.document(),
                micros(status.at()),
                messages.write(status))
            .update()
        == 1;
  }

  /** Those of one supplier order, the oldest first. */
  List<SupplierStatus> of(String number, boolean test, String kind) {
    return database
        .read()
        .sql(
            "SELECT body FROM supplier_paper WHERE test = ? AND number = ? AND kind = ?"
                + " ORDER BY at, paper")
        .params(flag(test), number, kind)
        .query(String.class)
        .list()
        .stream()
        .map(body -> messages.read(body, SupplierStatus.class))
        .toList();
  }
}
