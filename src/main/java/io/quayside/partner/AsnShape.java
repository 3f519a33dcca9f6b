package io.quayside.partner;

/**
 * How the partner wants its 856.
 *
 * @param structure HL levels: {@code SOI}, {@code SOPI}, {@code SOTPI} or {@code SPOI}
 * @param trigger what lets it leave
 * @param ctt what CTT01 counts: {@code hl} or {@code lines}
 */
public record AsnShape(String structure, Trigger trigger, String ctt) {

  /** Default SHIPPED. */
  public enum Trigger {
    SHIPPED,
    PICKED_UP
  }
}
