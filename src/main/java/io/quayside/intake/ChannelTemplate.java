package io.quayside.intake;

import io.quayside.partner.Channel;
import java.util.Map;

/** Makes one kind of polled channel a route: which template, and what it is filled with. */
interface ChannelTemplate {

  boolean serves(Channel channel);

  /** The id of the route template. */
  String template();

  /**
   * Binds the channel's beans and gives the template's parameters.
   *
   * @param name the channel's id as a part of bean names
   * @param owner the partner whose channel it is, null for a shared one
   * @throws IllegalStateException when a secret is not there
   */
  Map<String, Object> parameters(String name, Channel channel, String owner);
}
