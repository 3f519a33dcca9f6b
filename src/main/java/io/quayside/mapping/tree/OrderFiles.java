package io.quayside.mapping.tree;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.mapping.ConfigFiles;
import java.util.List;
import java.util.Optional;

/**
 * Finds the orders in a file that is no EDI: knows each format by its content, says who sent it by
 * its own word, and which mapping reads it. Safe for threads.
 */
public final class OrderFiles {
  /** The file's own word about its sender, as an identifier of a partner file has it. */
  public record Sender(String scheme, String qualifier, String value) {}

  /**
   * One order.
   *
   * @param type what the format calls it: {@code OrderRequest}, {@code Order}, {@code order}
   * @param reference its number, "" when it has none
   * @param mapping path below {@code mappings/}; null when it is a canonical order already
   * @param canonical that order as it stands in the file, else null
   * @param test the document says that it is a test
   */
  public record FoundOrder(
      String type,
      String reference,
      String mapping,
      TreeElement source,
      ObjectNode canonical,
      boolean test) {}

  /**
   * What a file holds.
   *
   * @param format the word for the record: {@code cxml}, {@code ubl}, {@code shopify} …
   * @param description for people, "this is …"
   * @param orders empty when it holds none
   * @param why there are none, in a sentence; "" when there are some
   */
  public record Found(
      String format,
      String description,
      List<FoundOrder> orders,
      Optional<Sender> sender,
      String why) {}

  private final ConfigFiles files;
  private final List<Layout> layouts;
  private CsvTree table;

  /**
   * @throws io.quayside.mapping.MappingException when a layout file is wrong
   */
  public OrderFiles(ConfigFiles files) {
    this.files = files;
    this.layouts = Layout.all(files);
  }

  /**
   * @throws UnreadableDocumentException when it is no XML, or more of it than we read
   */
  public Found xml(byte[] bytes) throws UnreadableDocumentException {
    return XmlOrders.find(XmlTree.read(bytes));
  }

  /**
   * @throws UnreadableDocumentException when it is no JSON, or more of it than we read
   */
  public Found json(byte[] bytes) throws UnreadableDocumentException {
    Found found = JsonOrders.find(JsonTree.read(bytes));
    return found.format().equals(CanonicalOrders.FORMAT)
        ? CanonicalOrders.filled(found, bytes)
        : found;
  }

  /**
   * @throws UnreadableDocumentException when it is no table, or its numbers can be read in two ways
   */
  public Found csv(byte[] bytes) throws UnreadableDocumentException {
    List<FoundOrder> orders = table().read(bytes).stream().map(OrderFiles::ofTable).toList();
    return new Found(
        "csv",
        "a table of orders",
        orders,
        Optional.empty(),
        orders.isEmpty() ? table().missing(bytes) : "");
  }

  /**
   * A workbook with one row a line and the PO number in a column, as {@link #csv}; empty when it is
   * made otherwise, or not in every row without doubt: then a person reads it.
   *
   * @param sheets the rows of each sheet that holds something
   */
  public Optional<Found> workbook(List<List<TableRow>> sheets) {
    List<TreeElement> orders = sheets.size() == 1 ? table().sheet(sheets.get(0)) : List.of();
    return orders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Found(
                "workbook",
                "a workbook of orders",
                orders.stream().map(OrderFiles::ofTable).toList(),
                Optional.empty(),
                ""));
  }

  /**
   * Flat IDocs, one or several.
   *
   * @throws UnreadableDocumentException when a record is cut off or belongs to no IDoc
   */
  public Found idoc(byte[] bytes) throws UnreadableDocumentException {
    return XmlOrders.idoc(new FlatIdoc(files).read(bytes));
  }

  /**
   * A fixed-width file of orders; empty when no layout of the configuration is its own.
   *
   * @throws UnreadableDocumentException naming line and columns of what is not as its layout says
   */
  public Optional<Found> fixedWidth(byte[] bytes) throws UnreadableDocumentException {
    for (Layout layout : layouts) {
      String text = FixedWidth.text(layout, bytes);
      if (FixedWidth.matches(layout, text)) {
        return Optional.of(found(layout, FixedWidth.read(layout, text)));
      }
    }
    return Optional.empty();
  }

  /** The sender is what the layout's field says, under the layout's name; else that name alone. */
  private static Found found(Layout layout, List<TreeElement> orders) {
    TreeElement first = orders.get(0).children().get(0);
    Sender sender =
        layout.sender() != null && first.has(layout.sender())
            ? new Sender("fixed-width", layout.name(), first.text(layout.sender()))
            : new Sender("fixed-width", "", layout.name());
    return new Found(
        "fixed-width",
        "a fixed-width file of orders",
        orders.stream().map(OrderFiles::ofTable).toList(),
        Optional.of(sender),
        "");
  }

  private static FoundOrder ofTable(TreeElement order) {
    TreeElement first = order.children().get(0);
    return new FoundOrder(
        "order",
        first.text("po-number"),
        "csv/order-to-order.xml",
        order,
        null,
        first.text("test").matches("[TXY1]"));
  }

  private synchronized CsvTree table() {
    if (table == null) {
      table = new CsvTree(files);
    }
    return table;
  }
}
