package io.quayside.console.access;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who may sign in. {@code version} changes with password, role and rights. */
record ConsoleUser(String name, String hash, Role role, boolean enabled, long version)
    implements UserDetails {

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return role.authorities();
  }

  @Override
  public String getPassword() {
    return hash;
  }

  @Override
  public String getUsername() {
    return name;
  }

  @Override
  public boolean isEnabled() {
    return enabled;
  }

  @Override
  public String toString() {
    return "ConsoleUser[" + name + ", " + role.word() + "]";
  }
}
