package io.quayside.intake.second;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code quayside.second-reader.*}: a model that orders for people are shown to.
 *
 * @param url {@code https://models.ours.example/v1/chat/completions}, {@code
 *     http://localhost:11434/api/chat}; none: nobody is asked
 * @param kind how it is spoken to
 * @param model its name there
 * @param keyEnv name of the environment variable with the key that is sent as bearer; null for none
 * @param timeout for the whole answer
 * @param maxSize a longer text is not sent
 */
@ConfigurationProperties("quayside.second-reader")
record SecondReaderSettings(
    URI url,
    @DefaultValue("openai") Kind kind,
    String model,
    String keyEnv,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("60KB") DataSize maxSize) {

  /** What it speaks. */
  enum Kind {
    /** {@code /v1/chat/completions} with {@code response_format: json_schema}. */
    OPENAI,
    /** {@code /api/chat} with {@code format}. */
    OLLAMA
  }
}
