package io.quayside.console.access;

import io.quayside.ops.Audit;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Bearer tokens of the API: one from the configuration with the role admin, others made by people.
 */
@Component
class Tokens {

  /** A token as it is kept; the token itself is shown once, when it is made. */
  record Token(
      String id,
      String name,
      Role role,
      String createdBy,
      Instant createdAt,
      Instant expiresAt,
      Instant revokedAt) {

    public boolean validAt(Instant now) {
      return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
  }

  /** Whom a token speaks for, in the audit's words: {@code token/<name>}. */
  record Bearer(String who, Role role) {}

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final RowMapper<Token> TOKEN =
      (row, n) ->
          new Token(
              row.getString("id"),
              row.getString("name"),
              Role.of(row.getString("role")),
              row.getString("created_by"),
              Columns.instant(row.getLong("created_at")),
              Columns.instant((Number) row.getObject("expires_at")),
              Columns.instant((Number) row.getObject("revoked_at")));

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;
  private final byte[] configured;

  Tokens(
      Database database,
      Ids ids,
      Clock clock,
      Audit audit,
      @Value("${quayside.api.token:${QUAYSIDE_API_TOKEN:}}") String configured) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.configured = configured.isBlank() ? null : sha256(configured.strip());
  }

  /** Who sent this token, or empty when it is unknown, revoked or past its time. */
  Optional<Bearer> bearer(String token) {
    byte[] hash = sha256(token);
    if (configured != null && MessageDigest.isEqual(configured, hash)) {
      return Optional.of(new Bearer("token/configured", Role.ADMIN));
    }
    return database
        .read()
        .sql("SELECT * FROM api_token WHERE sha256 = ?")
        .param(HexFormat.of().formatHex(hash))
        .query(TOKEN)
        .optional()
        .filter(found -> found.validAt(clock.instant()))
        .map(found -> new Bearer("token/" + found.name(), found.role()));
  }

  /** Makes a token and gives it in clear, for this once. {@code expiresAt} null: never. */
  String make(String name, Role role, Instant expiresAt, String by) {
    if (name.isBlank() || name.length() > 64) {
      throw new IllegalArgumentException("Give the token a name of 1 to 64 characters.");
    }
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String token = "qs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    String id = ids.next();
    audit.during(
        by,
        "token-made",
        "token/" + id,
        name.strip() + ", " + role.word(),
        () ->
            database
                .write()
                .sql(
                    "INSERT INTO api_token (id, name, sha256, role, created_by, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                    id,
                    name.strip(),
                    HexFormat.of().formatHex(sha256(token)),
                    role.word(),
                    by,
                    Columns.micros(clock.instant()),
                    Columns.micros(expiresAt))
                .update());
    return token;
  }

  void revoke(String id, String by) {
    audit.during(
        by,
        "token-revoked",
        "token/" + id,
        null,
        () ->
            database
                .write()
                .sql("UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                .params(Columns.micros(clock.instant()), id)
                .update());
  }

  List<Token> all() {
    return database.read().sql("SELECT * FROM api_token ORDER BY id DESC").query(TOKEN).list();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
