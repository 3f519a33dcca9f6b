package io.quayside;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The hub. Beans that routes call have a name of their own; all others go by their full class name.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class QuaysideApplication {

  /** Starts the hub; {@link Launcher} is the way in. */
  public static void main(String[] args) {
    SpringApplication.run(QuaysideApplication.class, args);
  }

  /** Our business clock: {@code quayside.zone}, else the machine's zone. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock(@Value("${quayside.zone:}") String zone) {
    return zone.isBlank() ? Clock.systemDefaultZone() : Clock.system(ZoneId.of(zone));
  }
}
