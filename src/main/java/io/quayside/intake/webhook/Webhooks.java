package io.quayside.intake.webhook;

import java.util.function.Function;

/** Takes in what partners post to their webhook. */
public interface Webhooks {

  /**
   * A call as it came over HTTP.
   *
   * @param header the value of a header by its name, null when it is not there
   * @param remoteAddress who is at the other end of the connection
   * @param body the raw bytes, before anybody read them
   */
  record Call(Function<String, String> header, String remoteAddress, byte[] body) {}

  /** What the caller is told. */
  sealed interface Answer {}

  /** Stored with this receipt, now or when the same message came before. */
  record Taken(String receiptId) implements Answer {}

  /** Not proven to be the partner's own, or nobody has this address. Nothing was stored. */
  record NotProven() implements Answer {}

  /** The id came before with another body. Nothing was stored. */
  record OtherBody(String receiptId) implements Answer {}

  /** More calls than agreed: come again after so many seconds. Nothing was stored. */
  record TooMany(int retryAfterSeconds) implements Answer {}

  /**
   * Takes a call; after {@link Taken} the bytes are safe, whatever their content.
   *
   * @param name the last part of the path: a partner's {@code webhook} identifier, a partner's id,
   *     or the id of a shared channel
   */
  Answer take(String name, Call call);
}
