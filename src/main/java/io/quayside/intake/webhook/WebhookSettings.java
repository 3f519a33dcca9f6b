package io.quayside.intake.webhook;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code quayside.webhooks.*}.
 *
 * @param trustedProxies addresses of our own proxies, whose header about the client certificate may
 *     be believed
 */
@ConfigurationProperties("quayside.webhooks")
record WebhookSettings(@DefaultValue List<String> trustedProxies) {

  /** Makes the settings a bean. */
  @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(WebhookSettings.class)
  static class Enabled {}
}
