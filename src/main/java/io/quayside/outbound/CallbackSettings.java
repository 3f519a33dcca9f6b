package io.quayside.outbound;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code quayside.callbacks.*}: our calls to partners.
 *
 * @param allowedHosts hosts of ours that may be called though their addresses are private
 * @param ports that may be called
 * @param timeout for the whole answer
 */
@ConfigurationProperties("quayside.callbacks")
record CallbackSettings(
    @DefaultValue List<String> allowedHosts,
    @DefaultValue({"80", "443"}) List<Integer> ports,
    @DefaultValue("65s") Duration timeout) {

  /** Makes the settings a bean. */
  @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(CallbackSettings.class)
  static class Enabled {}
}
