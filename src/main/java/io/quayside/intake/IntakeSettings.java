package io.quayside.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code quayside.intake.*}.
 *
 * @param settle how long a file in the inbox must lie unchanged when its content does not say that
 *     it is complete
 * @param maxSize larger files are not taken in
 * @param maxOrderSize a larger single order is not taken over: it would have to fit into memory
 *     several times
 * @param mailMaxSize larger mails are not downloaded
 * @param failuresToReport failed polls in a row until a channel is on the work list
 */
@ConfigurationProperties("quayside.intake")
record IntakeSettings(
    @DefaultValue("5s") Duration settle,
    @DefaultValue("100MB") DataSize maxSize,
    @DefaultValue("16MB") DataSize maxOrderSize,
    @DefaultValue("35MB") DataSize mailMaxSize,
    @DefaultValue("3") int failuresToReport) {

  /** Makes the settings a bean. */
  @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(IntakeSettings.class)
  static class Enabled {}
}
