package io.quayside.edi;

/**
 * Who sends or receives: ISA05/ISA06, GS02. Surrounding blanks are gone; the qualifier is "" in a
 * group.
 *
 * <pre>ZZ*ACMEEDI        -> EdiAddress("ZZ", "ACMEEDI")</pre>
 */
public record EdiAddress(String qualifier, String id) {
  public EdiAddress {
    qualifier = Padding.strip(qualifier);
    id = Padding.strip(id);
  }

  /** An address without a qualifier, as in GS02 and GS03. */
  public static EdiAddress of(String id) {
    return new EdiAddress("", id);
  }
}
