package io.quayside.edi;

/** The family of rules an interchange follows: ISA opens X12, UNA or UNB opens EDIFACT. */
public enum Standard {
  X12,
  EDIFACT
}
