package io.quayside.console.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Remembers the page that somebody wanted before signing in; never a part of a page or an icon. */
class PageRequestCache extends HttpSessionRequestCache {

  PageRequestCache() {
    RequestMatcher pages = PageRequestCache::isPage;
    setRequestMatcher(pages);
    setMatchingRequestParameterName(null);
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return "GET".equals(request.getMethod())
        && request.getHeader("HX-Request") == null
        && accept != null
        && accept.contains("text/html");
  }
}
