package io.quayside.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

/**
 * One interchange to write.
 *
 * @param sender ISA05 and ISA06; UNB 0007 and 0004
 * @param receiver ISA07 and ISA08; UNB 0007 and 0010
 * @param version ISA12, for example 00401; in EDIFACT the syntax version, 1 to 4
 * @param controlNumber ISA13: up to nine digits, padded with zeros; UNB 0020: 1 to 14 characters
 * @param test ISA15 T instead of P; UNB 0035 1
 * @param acknowledgmentRequested ISA14; UNB 0031
 * @param stamp date and time of the envelope: local time of the sender
 * @param services segments between ISA and the first group: TA1
 * @param charset ISO-8859-1 unless the partner agreed on another
 * @param substitute takes the place of a character that cannot be written; a blank unless agreed
 *     otherwise
 * @param syntax UNB 0001, for example UNOC; "" in X12
 * @param una UNA stands before UNB; it does in any case when the delimiters are not the standard's
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
    char substitute,
    String syntax,
    boolean una) {
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
        ' ',
        "",
        false);
  }

  /**
   * An EDIFACT interchange of the same parts, in the character set of its syntax identifier.
   *
   * @param syntax UNB 0001, for example UNOC
   * @param una UNA stands before UNB
   */
  public OutboundInterchange inEdifact(String syntax, boolean una) {
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
        CharacterSet.named(syntax),
        substitute,
        syntax,
        una);
  }

  public Standard standard() {
    return syntax.isEmpty() ? Standard.X12 : Standard.EDIFACT;
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
        substitute,
        syntax,
        una);
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
        substitute,
        syntax,
        una);
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
        other,
        syntax,
        una);
  }
}
