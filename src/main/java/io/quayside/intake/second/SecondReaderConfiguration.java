package io.quayside.intake.second;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.intake.extract.SecondReader;
import io.quayside.mapping.ConfigFiles;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the second reader where the installation names its address. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("quayside.second-reader.url")
@EnableConfigurationProperties(SecondReaderSettings.class)
class SecondReaderConfiguration {

  @Bean
  SecondReader secondReader(
      SecondReaderSettings settings,
      ConfigFiles files,
      Environment environment,
      ObjectMapper json,
      Clock clock) {
    String key = settings.keyEnv() == null ? null : environment.getProperty(settings.keyEnv());
    if (settings.keyEnv() != null && (key == null || key.isBlank())) {
      throw new IllegalStateException(
          "quayside.second-reader.key-env names %s, which is not set".formatted(settings.keyEnv()));
    }
    return new ModelReader(settings, key, files, json, clock);
  }
}
