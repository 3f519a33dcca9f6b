package io.quayside.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Customer records, made or matched from each order. */
public interface Customers {

  /**
   * A customer. {@code details} is the record as JSON: names, addresses, contacts, terms, tax,
   * credit.
   */
  record Customer(
      String id, String partnerId, String code, String name, String details, Instant since) {}

  Optional<Customer> find(String id);

  List<Customer> list(String q, int page, int size);

  /** Replaces the details of a customer; false when it is unknown. */
  boolean update(String id, String details, String by);
}
