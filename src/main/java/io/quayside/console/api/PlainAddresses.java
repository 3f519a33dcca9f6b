package io.quayside.console.api;

import io.quayside.mapping.ControlCharacters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriUtils;

/** Refuses addresses of the API that hold characters that are no text: {@code ?q=a%00b}. */
@Component
class PlainAddresses implements WebMvcConfigurer, HandlerInterceptor {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**", "/webhooks/**", "/v3/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    check("path", request.getRequestURI());
    check("query", request.getQueryString());
    return true;
  }

  private static void check(String part, String encoded) {
    if (encoded == null) {
      return;
    }
    String character;
    try {
      character =
          ControlCharacters.first(
              UriUtils.decode(encoded.replace('+', ' '), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException halfEncoded) {
      throw ApiProblem.badRequest(
          "The " + part + " of the address holds a % that encodes nothing: write it as %25.");
    }
    if (!character.isEmpty()) {
      throw ApiProblem.badRequest(
          "The " + part + " of the address holds the character " + character + ": remove it.");
    }
  }
}
