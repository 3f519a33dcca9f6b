package io.quayside.console.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody may do: each role may do all that the ones before it may. */
public enum Role {
  /** Looks at everything but settings. */
  VIEWER,
  /** Works with orders, goods, documents and exceptions. */
  OPERATOR,
  /** Changes partners, users and tokens. */
  ADMIN;

  /** The role of a word, {@code viewer}; {@link IllegalArgumentException} names the three. */
  public static Role of(String word) {
    return Arrays.stream(values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no role “" + word + "”: choose viewer, operator or admin."));
  }

  /** The role as it is written: {@code viewer}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<GrantedAuthority> authorities() {
    return Arrays.stream(values())
        .filter(role -> role.ordinal() <= ordinal())
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
        .toList();
  }
}
