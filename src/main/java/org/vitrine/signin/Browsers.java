package org.vitrine.signin;

import java.net.URI;
import java.util.regex.Pattern;
import org.vitrine.access.Guards;
import org.vitrine.access.Token;
import org.vitrine.platform.web.Exchange;

/**
 * Tells one browser from another, by a secret that it keeps for half a year and that is renewed at
 * each sign-in. It opens nothing.
 */
final class Browsers {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final long HALF_A_YEAR_SECONDS = 180 * 86_400;

  private final boolean https;

  /**
   * @param publicUrl where people reach us: over https, cookies are bound to it
   */
  Browsers(URI publicUrl) {
    this.https = publicUrl != null && "https".equals(publicUrl.getScheme());
  }

  /** Who knocks; a browser that has no secret yet gets a new one. */
  Visitor visitor(Exchange exchange) {
    Token browser =
        exchange
            .cookie(name())
            .filter(text -> TOKEN.matcher(text).matches())
            .map(Token::new)
            .orElseGet(Token::random);
    return new Visitor(browser, Guards.from(exchange));
  }

  /** Gives the browser its secret to keep. */
  void mark(Exchange exchange, Token browser) {
    exchange
        .response()
        .headers()
        .add(
            "Set-Cookie",
            "%s=%s; Max-Age=%d; Path=/; HttpOnly; SameSite=Lax%s"
                .formatted(name(), browser.text(), HALF_A_YEAR_SECONDS, https ? "; Secure" : ""));
  }

  private String name() {
    return https ? "__Host-vitrine-browser" : "vitrine-browser";
  }
}
