package io.quayside.partner.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.partner.Secrets;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** Sign-ins for tests of other packages. */
public final class MailPasswordsOf {

  private MailPasswordsOf() {}

  /** Secrets come from these variables. */
  public static MailPasswords environment(Map<String, String> variables) {
    return environment(variables, Clock.systemUTC());
  }

  static MailPasswords environment(Map<String, String> variables, Clock clock) {
    MockEnvironment environment = new MockEnvironment();
    variables.forEach(environment::setProperty);
    try (AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext()) {
      spring.setEnvironment(environment);
      spring.register(Secrets.class);
      spring.refresh();
      Secrets secrets = spring.getBean(Secrets.class);
      return new MailPasswords(secrets, new AccessTokens(secrets, new ObjectMapper(), clock));
    }
  }
}
