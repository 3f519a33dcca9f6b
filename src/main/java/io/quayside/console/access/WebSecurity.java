package io.quayside.console.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two ways in: machines with a bearer token, without a session, answered with problem details;
 * people with a session. Webhooks prove themselves by their signature. What no rule names is
 * denied.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  private static final String PAGE_POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  private static final String[] PAGES = {
    "/",
    "/orders/**",
    "/shipping/**",
    "/receiving/**",
    "/exceptions/**",
    "/documents/**",
    "/inventory/**",
    "/partners/**"
  };

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  @Order(1)
  SecurityFilterChain machines(HttpSecurity http, Tokens tokens, ProblemWriter problems)
      throws Exception {
    return http.securityMatcher("/api/**", "/webhooks/**", "/actuator/**", "/v3/**")
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(new BearerTokenFilter(tokens), UsernamePasswordAuthenticationFilter.class)
        .headers(
            h -> h.contentSecurityPolicy(c -> c.policyDirectives("default-src 'none'; sandbox")))
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                        (request, response, x) -> problems.unauthorized(request, response))
                    .accessDeniedHandler(
                        (request, response, x) -> problems.forbidden(request, response)))
        .authorizeHttpRequests(
            a ->
                a.requestMatchers(GET, "/actuator/health", "/actuator/health/*", "/v3/**")
                    .permitAll()
                    .requestMatchers(POST, "/webhooks/*")
                    .permitAll()
                    .requestMatchers(GET, "/actuator/prometheus", "/api/**")
                    .hasRole("VIEWER")
                    .requestMatchers("/api/partners/**", "/api/channels/**")
                    .hasRole("ADMIN")
                    .requestMatchers("/api/**")
                    .hasRole("OPERATOR")
                    .anyRequest()
                    .denyAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(HttpSecurity http, Users users, SignInLimit limit) throws Exception {
    return http.addFilterAfter(new StillAllowedFilter(users), SecurityContextHolderFilter.class)
        .addFilterBefore(new SignInLimitFilter(limit), UsernamePasswordAuthenticationFilter.class)
        .formLogin(
            form ->
                form.loginPage("/login")
                    .successHandler(
                        (request, response, signedIn) -> {
                          limit.succeeded(signedIn.getName(), request.getRemoteAddr());
                          toWhereTheyWanted().onAuthenticationSuccess(request, response, signedIn);
                        })
                    .failureHandler(
                        (request, response, failure) -> {
                          limit.failed(
                              String.valueOf(request.getParameter("username")),
                              request.getRemoteAddr());
                          response.sendRedirect(request.getContextPath() + "/login?wrong");
                        }))
        .logout(out -> out.logoutSuccessUrl("/login?out"))
        .sessionManagement(s -> s.sessionFixation(f -> f.changeSessionId()))
        .headers(
            h ->
                h.contentSecurityPolicy(c -> c.policyDirectives(PAGE_POLICY))
                    .frameOptions(f -> f.deny())
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                    (request, response, x) -> {
                      if (isPartOfPage(request)) {
                        response.setHeader("HX-Redirect", request.getContextPath() + "/login");
                        response.setStatus(401);
                      } else {
                        new LoginUrlAuthenticationEntryPoint("/login")
                            .commence(request, response, x);
                      }
                    }))
        .requestCache(c -> c.requestCache(new PageRequestCache()))
        .authorizeHttpRequests(
            a ->
                a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        "/login",
                        "/quayside.css",
                        "/console.js",
                        "/review.js",
                        "/favicon.svg",
                        "/webjars/**")
                    .permitAll()
                    .requestMatchers("/account/**")
                    .hasRole("VIEWER")
                    .requestMatchers("/settings/**")
                    .hasRole("ADMIN")
                    .requestMatchers(POST, "/partners/**")
                    .hasRole("ADMIN")
                    .requestMatchers("/preview", "/orders/new", "/orders/new/*")
                    .hasRole("OPERATOR")
                    .requestMatchers(GET, PAGES)
                    .hasRole("VIEWER")
                    .requestMatchers(POST, PAGES)
                    .hasRole("OPERATOR")
                    .anyRequest()
                    .denyAll())
        .build();
  }

  private static boolean isPartOfPage(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null;
  }

  private static SavedRequestAwareAuthenticationSuccessHandler toWhereTheyWanted() {
    SavedRequestAwareAuthenticationSuccessHandler handler =
        new SavedRequestAwareAuthenticationSuccessHandler();
    handler.setRequestCache(new PageRequestCache());
    return handler;
  }
}
