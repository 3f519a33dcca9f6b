package io.quayside.order.message;

import java.time.Instant;
import java.util.List;

/** What was packed, as confirmed. Queue {@code inventory.shipped}. */
public record GoodsShipped(
    String shipmentId,
    String requestId,
    String orderId,
    String location,
    Instant shippedAt,
    String confirmedBy,
    String scac,
    String tracking,
    String billOfLading,
    List<Packed> lines,
    List<Package> packages) {

  /**
   * What was packed of one schedule, in the ordered unit; {@code shortQuantity} could not be
   * picked.
   */
  public record Packed(
      String lineNumber,
      String scheduleId,
      String sku,
      String quantity,
      String unit,
      List<String> lots,
      List<String> serials,
      String expiry,
      String weight,
      String shortQuantity,
      String shortReason) {}

  /** A handling unit; {@code type} is {@code pallet}, {@code carton} … SSCC: 18 digits, or null. */
  public record Package(
      String type,
      String sscc,
      String weight,
      String weightUnit,
      String tracking,
      List<Content> contents,
      List<Package> packages) {}

  /** What stands in a package. */
  public record Content(String lineNumber, String scheduleId, String quantity, String unit) {}
}
