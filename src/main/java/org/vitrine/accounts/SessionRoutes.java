package org.vitrine.accounts;

import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Signing in and out, and who one is. */
public final class SessionRoutes implements Routes {
  private final Access access;
  private final Companies companies;
  private final Gates gates;
  private final String manufacturer;

  public SessionRoutes(Access access, Companies companies, Gates gates, String manufacturer) {
    this.access = access;
    this.companies = companies;
    this.gates = gates;
    this.manufacturer = manufacturer;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/me", gates.everyCaller(), this::me),
        Routes.post("/api/session", gates.anyone(), this::signIn),
        Routes.delete("/api/session", gates.anyone(), this::signOut));
  }

  /** What the page at {@code /enter} sends. */
  public record SignIn(String token) {
    public SignIn {
      if (token == null || token.isBlank()) {
        throw new Rejection.Invalid("token", "Missing");
      }
    }
  }

  /** Who one is. */
  record Me(String name, String role, Optional<Employer> company, String manufacturer) {}

  /** The company one belongs to. */
  record Employer(String code, String name) {}

  private void me(Exchange exchange) {
    exchange.response().putHeader("Cache-Control", "no-store");
    Caller caller = exchange.caller(Caller.class);
    exchange.reply(
        switch (caller) {
          case Caller.Person person ->
              new Me(
                  person.name(),
                  AccessRepository.code(person.role()),
                  person
                      .company()
                      .flatMap(companies::find)
                      .map(company -> new Employer(company.code(), company.name())),
                  manufacturer);
          case Caller.Key key -> new Me(key.name(), "key", Optional.empty(), manufacturer);
          case Caller.Glass glass -> new Me("", "glass", Optional.empty(), manufacturer);
        });
  }

  private void signIn(Exchange exchange) {
    Access.Opened opened = access.signIn(new Token(exchange.body(SignIn.class).token()));
    gates.session(exchange).ifPresent(access::signOut);
    exchange.response().putHeader("Set-Cookie", gates.cookie(opened.session()));
    exchange.reply(
        new Me(
            opened.person().name(),
            AccessRepository.code(opened.person().role()),
            Optional.empty(),
            manufacturer));
  }

  private void signOut(Exchange exchange) {
    gates.session(exchange).ifPresent(access::signOut);
    exchange.response().putHeader("Set-Cookie", gates.cookie(null));
    exchange.replyEmpty();
  }
}
