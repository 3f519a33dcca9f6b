package io.quayside.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to sign in. The sign-in itself is the security chain's. */
@Controller
class SignInPage {

  @GetMapping("/login")
  String login() {
    return "login";
  }
}
