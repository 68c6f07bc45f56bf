package org.vitrine.signin;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vitrine.access.Audit;
import org.vitrine.access.Guards;
import org.vitrine.access.Sessions;
import org.vitrine.mail.Mailer;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.openid.OpenIdProvider;
import org.vitrine.platform.web.Routes;

/** The door to this package: its parts, put together. */
public final class SignIn {
  /** Passwords that are checked at the same time. */
  private static final int AT_ONCE = 2;

  private final String manufacturer;
  private final SecuritySettings settings;
  private final SecondFactors factors;
  private final SignIns signIns;
  private final Credentials credentials;
  private final Reauthentication reauthentication;
  private final FactorReset factorReset;

  /**
   * @param manufacturer whose window this is, and whose codes an authenticator app shows
   */
  public SignIn(
      Database database,
      Sessions sessions,
      Mailer mailer,
      Audit audit,
      String manufacturer,
      PasswordCost passwordCost,
      Clock clock) {
    this.manufacturer = manufacturer;
    AttemptThrottle attempts = new AttemptThrottle(database, clock);
    Passwords passwords = new Passwords(passwordCost, AT_ONCE);
    this.settings = new SecuritySettings(database, sessions, audit, clock);
    this.factors =
        new SecondFactors(database, sessions, settings, attempts, audit, manufacturer, clock);
    this.signIns =
        new SignIns(database, sessions, mailer, audit, factors, passwords, attempts, clock);
    this.credentials = new Credentials(database, sessions, passwords, audit);
    this.reauthentication =
        new Reauthentication(database, sessions, passwords, factors, attempts, audit);
    this.factorReset = new FactorReset(database, sessions, mailer, audit, clock);
  }

  /**
   * @param mail whether links are mailed, or only shown to staff
   * @param publicUrl where people reach us, if that is configured
   * @param address where people reach us
   */
  public List<Routes> routes(
      SessionRoutes sessionRoutes,
      Guards guards,
      boolean mail,
      Optional<Provider> openId,
      URI publicUrl,
      Supplier<URI> address) {
    Browsers browsers = new Browsers(publicUrl);
    List<Routes> routes = new ArrayList<>();
    routes.add(
        new SignInRoutes(
            signIns,
            sessionRoutes,
            browsers,
            guards,
            new SignInRoutes.Options(
                manufacturer,
                mail,
                openId.map(provider -> new SignInRoutes.Options.OpenId(provider.name())))));
    routes.add(
        new CredentialRoutes(
            credentials, factors, reauthentication, signIns, sessionRoutes, browsers, guards));
    routes.add(
        new SecuritySettingsRoutes(
            settings, factorReset, reauthentication, credentials, browsers, guards));
    routes.add(
        new OpenIdRoutes(
            openId.map(Provider::provider), signIns, sessionRoutes, browsers, guards, address));
    return routes;
  }

  /** An OpenID provider and what it is called. */
  public record Provider(String name, OpenIdProvider provider) {}

  /** Forgets what is over. */
  public void addSweeps(Sweeps sweeps) {
    signIns.addSweeps(sweeps);
  }
}
