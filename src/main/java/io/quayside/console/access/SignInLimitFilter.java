package io.quayside.console.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a sign-in away before its password is looked at, while the limit says wait. */
class SignInLimitFilter extends OncePerRequestFilter {

  private final SignInLimit limit;

  SignInLimitFilter(SignInLimit limit) {
    this.limit = limit;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !("POST".equals(request.getMethod()) && "/login".equals(request.getServletPath()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (limit.mustWait(String.valueOf(request.getParameter("username")), request.getRemoteAddr())) {
      response.sendRedirect(request.getContextPath() + "/login?wait");
      return;
    }
    chain.doFilter(request, response);
  }
}
