package org.vitrine.accounts.signin;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vitrine.accounts.Access;
import org.vitrine.accounts.Audit;
import org.vitrine.accounts.Gates;
import org.vitrine.accounts.Letters;
import org.vitrine.accounts.SessionRoutes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.openid.OpenIdProvider;
import org.vitrine.platform.web.Routes;

/** The door to this package: its parts, put together. */
public final class SignIn {
  private final String manufacturer;
  private final HouseRules rules;
  private final SecondFactors factors;
  private final SignIns signIns;
  private final Credentials credentials;
  private final Proofs proofs;
  private final LostFactors lostFactors;

  /**
   * @param manufacturer whose window this is, and whose codes an authenticator app shows
   */
  public SignIn(
      Database database,
      Access access,
      Letters letters,
      Audit audit,
      String manufacturer,
      Clock clock) {
    this.manufacturer = manufacturer;
    Slowdown slowdown = new Slowdown(database, clock);
    Passwords passwords = new Passwords();
    this.rules = new HouseRules(database, access, audit, clock);
    this.factors = new SecondFactors(database, access, rules, slowdown, audit, manufacturer, clock);
    this.signIns =
        new SignIns(database, access, letters, audit, factors, passwords, slowdown, clock);
    this.credentials = new Credentials(database, access, passwords, audit);
    this.proofs = new Proofs(database, access, passwords, factors, slowdown, audit, clock);
    this.lostFactors = new LostFactors(database, access, letters, audit);
  }

  /**
   * @param mail whether links are mailed, or only shown to staff
   * @param publicUrl where people reach us, if that is configured
   * @param address where people reach us
   */
  public List<Routes> routes(
      SessionRoutes sessions,
      Gates gates,
      boolean mail,
      Optional<Provider> openId,
      URI publicUrl,
      Supplier<URI> address) {
    Browsers browsers = new Browsers(publicUrl);
    List<Routes> routes = new ArrayList<>();
    routes.add(
        new SignInRoutes(
            signIns,
            sessions,
            browsers,
            gates,
            new SignInRoutes.Options(
                manufacturer,
                mail,
                openId.map(provider -> new SignInRoutes.Options.OpenId(provider.name())))));
    routes.add(
        new CredentialRoutes(credentials, factors, proofs, signIns, sessions, browsers, gates));
    routes.add(new RuleRoutes(rules, lostFactors, proofs, credentials, browsers, gates));
    routes.add(
        new OpenIdRoutes(
            openId.map(Provider::provider), signIns, sessions, browsers, gates, address));
    return routes;
  }

  /** An OpenID provider and what it is called. */
  public record Provider(String name, OpenIdProvider provider) {}

  /** Forgets what is over. */
  public void sweep() {
    signIns.sweep();
  }
}
