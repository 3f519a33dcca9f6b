package io.quayside.partner;

/**
 * How somebody is recognised in a document or channel; blanks around values are gone.
 *
 * <pre>{scheme: x12, qualifier: "ZZ", value: ACMEEDI, group: ACMEGS}</pre>
 *
 * @param scheme {@code x12}, {@code edifact}, {@code email} or {@code webhook}
 * @param qualifier ISA05 or ISA07, UNB 0007; "" where the scheme has none
 * @param value ISA06 or ISA08, UNB 0004, e-mail address or {@code @domain}, webhook path
 * @param group GS02 or GS03 where it differs or distinguishes; null when the group id is the
 *     interchange id
 */
public record Identifier(String scheme, String qualifier, String value, String group) {
  public Identifier {
    qualifier = qualifier == null ? "" : qualifier.strip();
    value = value.strip();
    group = group == null || group.isBlank() ? null : group.strip();
  }

  /** The id that stands in the group header: {@code group}, else the interchange id. */
  public String groupId() {
    return group == null ? value : group;
  }
}
