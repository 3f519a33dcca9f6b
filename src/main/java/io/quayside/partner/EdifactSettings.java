package io.quayside.partner;

import java.time.Duration;
import java.util.Map;

/**
 * How EDIFACT is spoken with a partner.
 *
 * @param version of our messages as UNH has it after the type, default {@code D:96A:UN}
 * @param syntax UNB 0001, default {@code UNOC}
 * @param syntaxVersion UNB 0002, 1 to 4, default 3
 * @param charset Java's name of the character set where it is not the one of {@code syntax}; else
 *     null
 * @param una UNA stands before UNB; it does in any case when the characters are not the standard's
 * @param elementSeparator default {@code +}
 * @param segmentTerminator default {@code '}
 * @param componentSeparator default {@code :}
 * @param releaseCharacter default {@code ?}
 * @param newline a line end after each segment
 * @param ackRequested UNB 0031 of what we send, 0 or 1
 * @param contrl when a CONTRL answers an interchange
 * @param onResend what an exact resend gets
 * @param duplicateWindow how long an interchange reference counts as seen, default one year
 * @param documents message versions that differ, by message type
 */
public record EdifactSettings(
    String version,
    String syntax,
    int syntaxVersion,
    String charset,
    boolean una,
    char elementSeparator,
    char segmentTerminator,
    char componentSeparator,
    char releaseCharacter,
    boolean newline,
    int ackRequested,
    Contrl contrl,
    OnResend onResend,
    Duration duplicateWindow,
    Map<String, String> documents) {
  public EdifactSettings {
    documents = Map.copyOf(documents);
  }

  /** When a CONTRL answers an interchange. */
  public enum Contrl {
    /** When UNB 0031 asks for it. */
    WHEN_ASKED,
    /** When UNB 0031 asks for it or something in the interchange is rejected. */
    ON_ERROR,
    ALWAYS,
    NEVER;

    /**
     * @param asked UNB 0031 asks for one
     * @param rejected something in the interchange is
     */
    public boolean isDue(boolean asked, boolean rejected) {
      return switch (this) {
        case WHEN_ASKED -> asked;
        case ON_ERROR -> asked || rejected;
        case ALWAYS -> true;
        case NEVER -> false;
      };
    }
  }

  /** What an exact resend of an interchange gets. */
  public enum OnResend {
    /** The stored acknowledgment again. */
    RESEND_CONTRL,
    /** A CONTRL that rejects it with 26. */
    CONTRL_DUPLICATE,
    /** Nothing. */
    IGNORE
  }

  /** What follows the type in UNH of a message to it, for example {@code D:96A:UN:EAN005}. */
  public String version(String messageType) {
    return documents.getOrDefault(messageType, version);
  }
}
