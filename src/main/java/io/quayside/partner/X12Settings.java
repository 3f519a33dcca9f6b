package io.quayside.partner;

import java.time.Duration;
import java.util.Map;

/**
 * How X12 is spoken with a partner.
 *
 * @param version GS08, default {@code 004010}
 * @param isaVersion ISA12, default {@code 00401}
 * @param elementSeparator default {@code *}
 * @param segmentTerminator default {@code ~}
 * @param componentSeparator default {@code >}
 * @param repetitionSeparator default {@code ^}, written from 00402 on
 * @param newline a line end after each segment
 * @param otherSeparators an interchange may have others, where a number that it carries holds one
 *     of these; default true
 * @param ackRequested ISA14 of what we send, 0 or 1
 * @param functionalAck what answers a group: {@code 997}, {@code 999} or {@code none}
 * @param onResend what an exact resend gets
 * @param duplicateWindow how long an interchange control number counts as seen, default one year
 * @param documents what differs for a document type
 */
public record X12Settings(
    String version,
    String isaVersion,
    char elementSeparator,
    char segmentTerminator,
    char componentSeparator,
    char repetitionSeparator,
    boolean newline,
    boolean otherSeparators,
    int ackRequested,
    String functionalAck,
    Ta1 ta1,
    OnResend onResend,
    Duration duplicateWindow,
    Map<String, DocumentSettings> documents) {
  public X12Settings {
    documents = Map.copyOf(documents);
  }

  /** When a TA1 is sent: when ISA14 asks for it (a rejected interchange gets one too), or not. */
  public enum Ta1 {
    WHEN_ASKED,
    ALWAYS,
    NEVER
  }

  /** What an exact resend of an interchange gets. */
  public enum OnResend {
    /** The stored acknowledgment again. */
    RESEND_997,
    /** A TA1 with code 025. */
    TA1_DUPLICATE,
    /** Nothing. */
    IGNORE
  }

  /**
   * What differs for one document type; null means as in general.
   *
   * @param group GS03 of what we send, the partner's group id for this document
   * @param ourGroup GS02 of what we send
   * @param version GS08
   */
  public record DocumentSettings(String group, String ourGroup, String version) {}
}
