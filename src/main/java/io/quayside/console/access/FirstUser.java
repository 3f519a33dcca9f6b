package io.quayside.console.access;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the first user, {@code admin}: with the configured password, or with one that is made up
 * and printed once, on standard output and never in the log.
 */
@Component
@Order(0)
class FirstUser implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FirstUser.class);

  private final Users users;
  private final String configured;

  FirstUser(
      Users users,
      @Value("${quayside.admin.password:${QUAYSIDE_ADMIN_PASSWORD:}}") String configured) {
    this.users = users;
    this.configured = configured;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!users.none()) {
      return;
    }
    String password = configured.isBlank() ? generated() : configured;
    users.addFirst("admin", password);
    LOG.info("Made the first console user, admin");
    if (password.length() < Users.SHORTEST) {
      LOG.warn(
          "Its password is shorter than {} characters: change it under Settings", Users.SHORTEST);
    }
    if (configured.isBlank()) {
      print("\n  Sign in to the console as admin with the password " + password + "\n");
    }
  }

  private static String generated() {
    byte[] random = new byte[15];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  @SuppressWarnings("resource") // standard output stays open
  private static void print(String text) {
    new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
        .println(text);
  }
}
