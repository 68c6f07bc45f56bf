package org.vitrine.accounts;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint.Gate;
import org.vitrine.platform.web.Exchange;

/**
 * Who may use a route. The one place where a request's cookie or key turns into a {@link Caller}.
 */
public final class Gates {
  private static final String BEARER = "Bearer ";

  private final Access access;
  private final boolean https;

  /**
   * @param publicUrl where people reach us: over https, cookies are bound to it
   */
  public Gates(Access access, URI publicUrl) {
    this.access = access;
    this.https = publicUrl != null && "https".equals(publicUrl.getScheme());
  }

  /** Anybody, signed in or not. */
  public Gate anyone() {
    return exchange -> {};
  }

  /** Everybody who is signed in, programs with a key and holders of a glass link included. */
  public Gate everyCaller() {
    return gate(caller -> true);
  }

  /** People of a company and staff, and programs; not holders of a glass link. */
  public Gate readers() {
    return gate(caller -> !(caller instanceof Caller.Glass));
  }

  /** Staff and programs. */
  public Gate staff() {
    return gate(Caller::seesAllCompanies);
  }

  /** Programs, and staff in one of these roles. */
  public Gate programsOr(Role... roles) {
    Set<Role> allowed = Set.of(roles);
    return gate(
        caller ->
            caller instanceof Caller.Key
                || caller instanceof Caller.Person person && allowed.contains(person.role()));
  }

  private Gate gate(Predicate<Caller> allowed) {
    return exchange -> {
      Caller caller =
          identify(exchange).orElseThrow(() -> new Rejection.Unauthenticated("Please sign in"));
      if (!allowed.test(caller)) {
        throw new Rejection.Forbidden("Your role does not include this");
      }
      exchange.rememberCaller(caller);
    };
  }

  private Optional<Caller> identify(Exchange exchange) {
    Optional<Token> key = key(exchange);
    return key.isPresent() ? access.byKey(key.get()) : session(exchange).flatMap(access::bySession);
  }

  /** Who asks, if that is known without asking the database: fit for an event loop. */
  public Optional<Caller> remembered(Exchange exchange) {
    Optional<Token> key = key(exchange);
    return (key.isPresent() ? key : session(exchange)).flatMap(access::remembered);
  }

  /** The secret of the session that the request carries. */
  public Optional<Token> session(Exchange exchange) {
    return exchange.cookie(cookieName()).map(Token::new);
  }

  private static Optional<Token> key(Exchange exchange) {
    return exchange
        .header("Authorization")
        .filter(header -> header.startsWith(BEARER))
        .map(header -> new Token(header.substring(BEARER.length()).trim()));
  }

  private String cookieName() {
    return https ? "__Host-vitrine" : "vitrine";
  }

  /** The {@code Set-Cookie} value that keeps a session in the browser; a null one ends it. */
  public String cookie(Token session) {
    return cookieName()
        + "="
        + (session == null ? "; Max-Age=0" : session.text() + "; Max-Age=2592000")
        + "; Path=/; HttpOnly; SameSite=Lax"
        + (https ? "; Secure" : "");
  }
}
