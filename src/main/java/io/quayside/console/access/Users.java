package io.quayside.console.access;

import io.quayside.ops.Audit;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The users of the console. The last admin can neither be disabled nor lose the role. */
@Component
class Users implements UserDetailsService {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
  private static final RowMapper<ConsoleUser> USER =
      (row, n) ->
          new ConsoleUser(
              row.getString("name"),
              row.getString("password"),
              Role.of(row.getString("role")),
              row.getInt("enabled") == 1,
              row.getLong("version"));

  static final int SHORTEST = 10;

  private final Database database;
  private final PasswordEncoder passwords;
  private final Clock clock;
  private final Audit audit;

  Users(Database database, PasswordEncoder passwords, Clock clock, Audit audit) {
    this.database = database;
    this.passwords = passwords;
    this.clock = clock;
    this.audit = audit;
  }

  @Override
  public ConsoleUser loadUserByUsername(String name) {
    return find(name).orElseThrow(() -> new UsernameNotFoundException("No such user"));
  }

  Optional<ConsoleUser> find(String name) {
    return database
        .read()
        .sql("SELECT * FROM console_user WHERE name = ?")
        .param(name)
        .query(USER)
        .optional();
  }

  List<ConsoleUser> all() {
    return database.read().sql("SELECT * FROM console_user ORDER BY name").query(USER).list();
  }

  void add(String name, String password, Role role, String by) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A user name has up to 64 small letters, digits and . _ @ -, and begins with a letter or digit.");
    }
    check(password);
    store(name, password, role, by);
  }

  /**
   * The first user has the password the operator chose, however short; longer than bcrypt reads is
   * refused.
   */
  void addFirst(String name, String password) {
    if (password.length() >= SHORTEST) {
      check(password);
    }
    store(name, password, Role.ADMIN, "first start");
  }

  private void store(String name, String password, Role role, String by) {
    String hash = passwords.encode(password);
    audit.during(
        by,
        "user-added",
        "user/" + name,
        role.word(),
        () -> {
          int added =
              database
                  .write()
                  .sql(
                      "INSERT INTO console_user (name, password, role, enabled, version, created_at)"
                          + " VALUES (?, ?, ?, 1, 1, ?) ON CONFLICT DO NOTHING")
                  .params(name, hash, role.word(), Columns.micros(clock.instant()))
                  .update();
          if (added == 0) {
            throw new IllegalArgumentException("There is a user “" + name + "” already.");
          }
        });
  }

  private void password(String name, String password, String by) {
    check(password);
    String hash = passwords.encode(password);
    audit.during(
        by,
        "password-changed",
        "user/" + name,
        null,
        () ->
            database
                .write()
                .sql("UPDATE console_user SET password = ?, version = version + 1 WHERE name = ?")
                .params(hash, name)
                .update());
  }

  /** Changes one's own password; {@link IllegalArgumentException} when the current one is wrong. */
  void changeOwn(String name, String current, String password) {
    if (!passwords.matches(current, loadUserByUsername(name).hash())) {
      throw new IllegalArgumentException("The current password is not right: nothing was changed.");
    }
    password(name, password, name);
  }

  void change(String name, Role role, boolean enabled, String by) {
    audit.during(
        by,
        "user-changed",
        "user/" + name,
        role.word() + (enabled ? "" : ", may not sign in"),
        () -> {
          database
              .write()
              .sql(
                  "UPDATE console_user SET role = ?, enabled = ?, version = version + 1 WHERE name = ?")
              .params(role.word(), Columns.flag(enabled), name)
              .update();
          if (admins() == 0) {
            throw new IllegalArgumentException(
                "“" + name + "” is the last admin: make somebody else admin first.");
          }
        });
  }

  boolean none() {
    return database.read().sql("SELECT COUNT(*) FROM console_user").query(Long.class).single() == 0;
  }

  private long admins() {
    return database
        .write()
        .sql("SELECT COUNT(*) FROM console_user WHERE role = 'admin' AND enabled = 1")
        .query(Long.class)
        .single();
  }

  /** bcrypt reads 72 bytes and no more. */
  private static void check(String password) {
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (password.length() < SHORTEST || bytes > 72) {
      throw new IllegalArgumentException(
          "A password has at least 10 characters and at most 72 bytes; this one has "
              + password.length()
              + " characters, "
              + bytes
              + " bytes.");
    }
  }
}
