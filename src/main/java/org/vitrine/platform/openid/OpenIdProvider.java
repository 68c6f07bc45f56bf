package org.vitrine.platform.openid;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An OpenID Connect provider, by the authorization code flow with PKCE. It is discovered when first
 * needed, so that it may be down when we start. Blocks: call it from a virtual thread.
 */
public final class OpenIdProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long a provider that did not answer is not asked again. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final OpenIdSettings settings;
  private final Clock clock;

  /** No monitor: whoever waits for one on a virtual thread holds a carrier thread before JDK 24. */
  private final ReentrantLock discovering = new ReentrantLock();

  private Discovered discovered;
  private Instant down = Instant.EPOCH;

  /** Where the provider answers, and who checks its tokens. */
  private record Discovered(OAuth2Auth endpoints, IdTokens idTokens) {}

  public OpenIdProvider(Vertx vertx, OpenIdSettings settings, Clock clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Where a browser is sent to ask who this is. Throws {@link LoginRefused} where nobody answers.
   */
  public URI question(String state, OpenIdChallenge challenge, URI callback) {
    return URI.create(
        provider()
            .endpoints()
            .authorizeURL(
                new OAuth2AuthorizationURL()
                    .setRedirectUri(callback.toString())
                    .setScopes(List.of("openid", "email", "profile"))
                    .setState(state)
                    .setCodeChallenge(challenge.challenge())
                    .setCodeChallengeMethod("S256")
                    .putAdditionalParameter("nonce", challenge.nonce())));
  }

  /**
   * Who brought this code. Throws {@link LoginRefused} where the provider does not vouch for their
   * e-mail address, or anything about the answer is wrong.
   */
  public Identity identity(String code, OpenIdChallenge challenge, URI callback) {
    Discovered provider = provider();
    User answer =
        await(
            provider
                .endpoints()
                .authenticate(
                    new Oauth2Credentials()
                        .setFlow(OAuth2FlowType.AUTH_CODE)
                        .setCode(code)
                        .setCodeVerifier(challenge.verifier())
                        .setRedirectUri(callback.toString())));
    IdTokens.Subject subject = provider.idTokens().verified(idToken(answer), challenge.nonce());
    String email =
        subject
            .verifiedEmail()
            .orElseThrow(() -> new LoginRefused("The provider has not verified the email address"));
    return new Identity(settings.issuer().toString(), subject.id(), email);
  }

  private static String idToken(User answer) {
    return Optional.ofNullable(answer.principal().getString("id_token"))
        .orElseThrow(() -> new LoginRefused("The OpenID provider sent no ID token"));
  }

  /** One asks for all who wait; after a failure nobody waits for the next for a while. */
  private Discovered provider() {
    discovering.lock();
    try {
      if (discovered == null) {
        discovered = discover();
      }
      return discovered;
    } finally {
      discovering.unlock();
    }
  }

  private Discovered discover() {
    if (clock.instant().isBefore(down.plus(LEFT_ALONE))) {
      throw new LoginRefused("The OpenID provider did not answer a moment ago");
    }
    try {
      return discovered(options());
    } catch (LoginRefused refused) {
      down = clock.instant();
      throw refused;
    }
  }

  /**
   * What the library finds, it writes into the options. It is asked for the code's tokens only and
   * knows no keys: another one, made for it, judges ID tokens.
   */
  private Discovered discovered(OAuth2Options options) {
    await(OpenIDConnectAuth.discover(vertx, options)).close();
    return new Discovered(
        OAuth2Auth.create(vertx, options),
        new IdTokens(settings, keySet(options), PATIENCE, clock));
  }

  private static URL keySet(OAuth2Options options) {
    try {
      return URI.create(String.valueOf(options.getJwkPath())).toURL();
    } catch (IllegalArgumentException | MalformedURLException fault) {
      throw new LoginRefused("The OpenID provider does not say where its keys are", fault);
    }
  }

  private OAuth2Options options() {
    return new OAuth2Options()
        .setSite(settings.issuer().toString())
        .setClientId(settings.client())
        .setClientSecret(settings.secret())
        .setValidateIssuer(true)
        .setHttpClientOptions(
            new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()))
                .setIdleTimeout(Math.toIntExact(PATIENCE.toSeconds())));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).await();
    } catch (Throwable fault) {
      throw new LoginRefused("The OpenID provider did not answer as it should", fault);
    }
  }
}
