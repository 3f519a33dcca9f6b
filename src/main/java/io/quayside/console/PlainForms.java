package io.quayside.console;

import io.quayside.mapping.ControlCharacters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what no person types into a form or an address of the console: characters that are no
 * text, {@code ?q=a%00b}. A preview may hold anything, it keeps nothing.
 */
@Component
class PlainForms implements WebMvcConfigurer, HandlerInterceptor {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .excludePathPatterns(
            "/api/**", "/webhooks/**", "/v3/**", "/actuator/**", "/preview", "/error");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              for (String value : values) {
                check(value);
              }
            });
    return true;
  }

  private static void check(String value) {
    if (!ControlCharacters.first(value).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }
}
