package io.quayside.console.access;

import io.quayside.ops.Audit;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Users and tokens, for the admin; and one's own password. */
@Controller
class SettingsPages {

  private static final int ENTRIES = 50;

  private final Users users;
  private final Tokens tokens;
  private final Audit audit;
  private final Clock clock;

  SettingsPages(Users users, Tokens tokens, Audit audit, Clock clock) {
    this.users = users;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/settings")
  String settings(Model model) {
    model.addAttribute("users", users.all());
    model.addAttribute("tokens", tokens.all());
    model.addAttribute("now", clock.instant());
    model.addAttribute("changes", audit.latest(null, ENTRIES));
    model.addAttribute("roles", Role.values());
    return "settings";
  }

  @PostMapping("/settings/users")
  String addUser(
      @RequestParam String name,
      @RequestParam String password,
      @RequestParam String role,
      Principal who,
      RedirectAttributes told) {
    return during(
        told,
        "/settings",
        "“" + name.strip() + "” can sign in now.",
        () -> users.add(name.strip(), password, Role.of(role), who.getName()));
  }

  @PostMapping("/settings/users/{name}")
  String changeUser(
      @PathVariable String name,
      @RequestParam String role,
      @RequestParam(defaultValue = "false") boolean enabled,
      Principal who,
      RedirectAttributes told) {
    return during(
        told,
        "/settings",
        "“" + name + "” was changed; open sessions of theirs have ended.",
        () -> users.change(name, Role.of(role), enabled, who.getName()));
  }

  @PostMapping("/settings/tokens")
  String makeToken(
      @RequestParam String name,
      @RequestParam String role,
      @RequestParam(defaultValue = "90") int days,
      Principal who,
      RedirectAttributes told) {
    return during(
        told,
        "/settings",
        null,
        () -> {
          Instant expires = days <= 0 ? null : clock.instant().plus(Duration.ofDays(days));
          told.addFlashAttribute("token", tokens.make(name, Role.of(role), expires, who.getName()));
        });
  }

  @PostMapping("/settings/tokens/{id}/revoke")
  String revokeToken(@PathVariable String id, Principal who, RedirectAttributes told) {
    return during(
        told,
        "/settings",
        "The token is worth nothing from now on.",
        () -> tokens.revoke(id, who.getName()));
  }

  @GetMapping("/account")
  String account() {
    return "account";
  }

  @PostMapping("/account")
  String changePassword(
      @RequestParam String current,
      @RequestParam String password,
      Principal who,
      RedirectAttributes told) {
    return during(
        told,
        "/account",
        "Your password is changed: sign in with it.",
        () -> users.changeOwn(who.getName(), current, password));
  }

  private static String during(RedirectAttributes told, String page, String done, Runnable change) {
    try {
      change.run();
      told.addFlashAttribute("done", done);
    } catch (IllegalArgumentException wrong) {
      told.addFlashAttribute("fault", wrong.getMessage());
    }
    return "redirect:" + page;
  }
}
