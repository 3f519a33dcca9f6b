package io.quayside.partner;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A trading partner: its partner file with every default applied. No value is null but those that
 * say so.
 *
 * @param id lower-case letters, digits and hyphens
 * @param zone its business time zone, else ours
 * @param language of words to it, as an IETF tag; default {@code en}
 * @param we who we are to it: its own list, else our company's identifiers, else empty: whom it
 *     addresses
 * @param in its own channels in, and references to shared ones
 * @param out the channel of every document type that {@code outByDocument} does not name
 * @param replies document types that it gets
 * @param approve document types that a person releases before they leave
 * @param locations ship-to places by the partner's code: the file's and those stored since
 * @param echo by document type: REF qualifiers carried back
 * @param mappings by document type: its own mapping file below {@code mappings/}
 * @param extraction when an order read out of a document for people goes on by itself
 * @param export what it gets of each accepted order; null: nothing, it is no system of ours
 * @param version counts saves, from 1
 */
public record TradingPartner(
    String id,
    String name,
    Set<Role> roles,
    Mode mode,
    ZoneId zone,
    String language,
    List<Identifier> identifiers,
    List<Identifier> we,
    List<Channel> in,
    Channel out,
    Map<String, Channel> outByDocument,
    List<String> replies,
    List<String> approve,
    X12Settings x12,
    EdifactSettings edifact,
    List<String> orderIdentity,
    Map<String, Location> locations,
    Agreement agreement,
    AcknowledgmentShape acknowledgment,
    AsnShape asn,
    Map<String, List<String>> echo,
    Items items,
    Map<String, String> mappings,
    ExtractionSettings extraction,
    ExportSettings export,
    long version) {
  public TradingPartner {
    roles = Set.copyOf(roles);
    identifiers = List.copyOf(identifiers);
    we = List.copyOf(we);
    in = List.copyOf(in);
    outByDocument = Map.copyOf(outByDocument);
    replies = List.copyOf(replies);
    approve = List.copyOf(approve);
    orderIdentity = List.copyOf(orderIdentity);
    locations = Map.copyOf(locations);
    echo = Map.copyOf(echo);
    mappings = Map.copyOf(mappings);
  }

  /** What it is to us. Default CUSTOMER. */
  public enum Role {
    CUSTOMER,
    SUPPLIER,
    CARRIER
  }

  /** PARALLEL: all is worked out and shown, only the 997 leaves. Default LIVE. */
  public enum Mode {
    LIVE,
    PARALLEL,
    TEST
  }

  /** The same partner with other ship-to places. */
  TradingPartner withLocations(Map<String, Location> other) {
    return new TradingPartner(
        id,
        name,
        roles,
        mode,
        zone,
        language,
        identifiers,
        we,
        in,
        out,
        outByDocument,
        replies,
        approve,
        x12,
        edifact,
        orderIdentity,
        other,
        agreement,
        acknowledgment,
        asn,
        echo,
        items,
        mappings,
        extraction,
        export,
        version);
  }

  /** Its first identifier of a scheme. */
  public Optional<Identifier> identifier(String scheme) {
    return identifiers.stream().filter(one -> one.scheme().equals(scheme)).findFirst();
  }

  /** Who we are to it in a scheme. */
  public Optional<Identifier> us(String scheme) {
    return we.stream().filter(one -> one.scheme().equals(scheme)).findFirst();
  }

  /** The same partner that knows us by these addresses. */
  public TradingPartner withWe(List<Identifier> addresses) {
    return new TradingPartner(
        id,
        name,
        roles,
        mode,
        zone,
        language,
        identifiers,
        addresses,
        in,
        out,
        outByDocument,
        replies,
        approve,
        x12,
        edifact,
        orderIdentity,
        locations,
        agreement,
        acknowledgment,
        asn,
        echo,
        items,
        mappings,
        extraction,
        export,
        version);
  }

  /**
   * Is this address one of ours to it? Blanks around are ignored. Any is, while nothing says who we
   * are in that scheme.
   */
  public boolean isUs(String scheme, String qualifier, String value) {
    return us(scheme).isEmpty()
        || we.stream()
            .anyMatch(
                one ->
                    one.scheme().equals(scheme)
                        && one.qualifier().equals(qualifier.strip())
                        && one.value().equals(value.strip()));
  }

  /** The channel a document type leaves by; may be a {@link Channel.Shared} reference. */
  public Channel out(String documentType) {
    return outByDocument.getOrDefault(documentType, out);
  }

  /** Our group id (GS02) on a document to it. */
  public Optional<String> ourGroup(String documentType) {
    X12Settings.DocumentSettings own = x12.documents().get(documentType);
    return own != null && own.ourGroup() != null
        ? Optional.of(own.ourGroup())
        : us("x12").map(Identifier::groupId);
  }

  /** Its group id (GS03) on a document to it. */
  public Optional<String> group(String documentType) {
    X12Settings.DocumentSettings own = x12.documents().get(documentType);
    return own != null && own.group() != null
        ? Optional.of(own.group())
        : identifier("x12").map(Identifier::groupId);
  }

  /** GS08 of a document to it. */
  public String x12Version(String documentType) {
    X12Settings.DocumentSettings own = x12.documents().get(documentType);
    return own != null && own.version() != null ? own.version() : x12.version();
  }
}
