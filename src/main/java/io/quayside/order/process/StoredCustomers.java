package io.quayside.order.process;

import io.quayside.order.Customers;
import io.quayside.order.canonical.Address;
import io.quayside.order.canonical.Contact;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Customer records: matched by partner and code, e-mail, or exact name and address. */
@Component
class StoredCustomers implements Customers {

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Json json;

  StoredCustomers(Database database, Ids ids, Clock clock, Json json) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
  }

  /** The id of the order's customer, made when it is a new one. */
  String match(String partnerId, PurchaseOrder order) {
    Party party = who(order);
    String code = party == null || party.ids().isEmpty() ? null : party.ids().get(0).value();
    String key = key(party, code);
    database
        .write()
        .sql(
            """
            INSERT INTO customer (id, partner_id, match_key, code, name, details, since)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        .params(
            ids.next(),
            partnerId,
            key,
            code,
            party == null || party.name() == null ? partnerId : party.name(),
            json.write(details(order, party)),
            Columns.micros(clock.instant()))
        .update();
    return database
        .write()
        .sql("SELECT id FROM customer WHERE partner_id = ? AND match_key = ?")
        .params(partnerId, key)
        .query(String.class)
        .single();
  }

  @Override
  public Optional<Customer> find(String id) {
    return database
        .read()
        .sql("SELECT * FROM customer WHERE id = ?")
        .param(id)
        .query((row, n) -> customer(row))
        .optional();
  }

  @Override
  public List<Customer> list(String q, int page, int size) {
    String like = "%" + (q == null ? "" : q.toLowerCase(Locale.ROOT)) + "%";
    int limit = Math.min(Math.max(size, 1), 500);
    return database
        .read()
        .sql(
            """
            SELECT * FROM customer
            WHERE LOWER(COALESCE(name, '')) LIKE ? OR LOWER(COALESCE(code, '')) LIKE ?
            ORDER BY name, id LIMIT ? OFFSET ?
            """)
        .params(like, like, limit, (long) Math.max(page, 0) * limit)
        .query((row, n) -> customer(row))
        .list();
  }

  @Override
  public boolean update(String id, String details, String by) {
    return database
            .write()
            .sql("UPDATE customer SET details = ? WHERE id = ?")
            .params(details, id)
            .update()
        == 1;
  }

  private static Party who(PurchaseOrder order) {
    return Stream.of(order.buyer(), order.billTo(), order.shipTo())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String key(Party party, String code) {
    if (party == null) {
      return "partner";
    }
    if (code != null) {
      return "code:" + code;
    }
    return party.contacts().stream()
        .map(Contact::email)
        .filter(Objects::nonNull)
        .findFirst()
        .map(email -> "email:" + email.toLowerCase(Locale.ROOT))
        .orElseGet(() -> "name:" + nameAndAddress(party));
  }

  private static String nameAndAddress(Party party) {
    Address address = party.address();
    return Stream.concat(
            Stream.of(party.name()),
            address == null
                ? Stream.empty()
                : Stream.concat(
                    address.lines().stream(), Stream.of(address.postalCode(), address.city())))
        .filter(Objects::nonNull)
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .reduce("", (a, b) -> a + "|" + b);
  }

  private static Map<String, Object> details(PurchaseOrder order, Party party) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("buyer", party);
    details.put("billTo", order.billTo());
    details.put("shipTo", order.shipTo());
    details.put("paymentTerms", order.paymentTerms());
    details.put("taxes", order.taxes());
    details.values().removeIf(Objects::isNull);
    return details;
  }

  private static Customer customer(ResultSet row) throws SQLException {
    return new Customer(
        row.getString("id"),
        row.getString("partner_id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("details"),
        Rows.instant(row, "since"));
  }
}
