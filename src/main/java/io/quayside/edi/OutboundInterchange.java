package io.quayside.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

/**
 * One interchange to write.
 *
 * @param sender ISA05 and ISA06
 * @param receiver ISA07 and ISA08
 * @param version ISA12, for example 00401
 * @param controlNumber ISA13: up to nine digits, padded with zeros
 * @param test ISA15 T instead of P
 * @param acknowledgmentRequested ISA14
 * @param stamp ISA09, ISA10, GS04 and GS05: local time of the sender
 * @param services segments between ISA and the first group: TA1
 * @param charset ISO-8859-1 unless the partner agreed on another
 * @param substitute takes the place of a character that cannot be written; a blank unless agreed
 *     otherwise
 */
public record OutboundInterchange(
    EdiAddress sender,
    EdiAddress receiver,
    String version,
    String controlNumber,
    boolean test,
    boolean acknowledgmentRequested,
    LocalDateTime stamp,
    Delimiters delimiters,
    List<OutSegment> services,
    List<OutGroup> groups,
    Charset charset,
    char substitute) {
  public OutboundInterchange {
    services = List.copyOf(services);
    groups = List.copyOf(groups);
  }

  /** In ISO-8859-1, a blank as substitute, without service segments. */
  public OutboundInterchange(
      EdiAddress sender,
      EdiAddress receiver,
      String version,
      String controlNumber,
      boolean test,
      boolean acknowledgmentRequested,
      LocalDateTime stamp,
      Delimiters delimiters,
      List<OutGroup> groups) {
    this(
        sender,
        receiver,
        version,
        controlNumber,
        test,
        acknowledgmentRequested,
        stamp,
        delimiters,
        List.of(),
        groups,
        StandardCharsets.ISO_8859_1,
        ' ');
  }

  /** The same with TA1 segments before the groups. */
  public OutboundInterchange withServices(List<OutSegment> segments) {
    return new OutboundInterchange(
        sender,
        receiver,
        version,
        controlNumber,
        test,
        acknowledgmentRequested,
        stamp,
        delimiters,
        segments,
        groups,
        charset,
        substitute);
  }

  /** The same in another character set. */
  public OutboundInterchange withCharset(Charset other) {
    return new OutboundInterchange(
        sender,
        receiver,
        version,
        controlNumber,
        test,
        acknowledgmentRequested,
        stamp,
        delimiters,
        services,
        groups,
        other,
        substitute);
  }

  /** The same with another substitute for characters that cannot be written. */
  public OutboundInterchange withSubstitute(char other) {
    return new OutboundInterchange(
        sender,
        receiver,
        version,
        controlNumber,
        test,
        acknowledgmentRequested,
        stamp,
        delimiters,
        services,
        groups,
        charset,
        other);
  }
}
