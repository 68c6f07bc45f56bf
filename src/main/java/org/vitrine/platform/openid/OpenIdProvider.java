package org.vitrine.platform.openid;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.net.URI;
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
  private static final int PATIENCE_SECONDS = 10;

  /** How long a provider that did not answer is not asked again. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final OpenIdSettings settings;
  private final Clock clock;

  /** No monitor: whoever waits for one on a virtual thread holds a carrier thread before JDK 24. */
  private final ReentrantLock discovering = new ReentrantLock();

  private OAuth2Auth discovered;
  private Instant down = Instant.EPOCH;

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
    OAuth2Auth provider = provider();
    User user =
        await(
            provider.authenticate(
                new Oauth2Credentials()
                    .setFlow(OAuth2FlowType.AUTH_CODE)
                    .setCode(code)
                    .setCodeVerifier(challenge.verifier())
                    .setRedirectUri(callback.toString())));
    IdToken token = new IdToken(claims(provider, user));
    token.check(
        settings.issuer().toString(), settings.client(), challenge.nonce(), clock.instant());
    String email =
        token
            .verifiedEmail()
            .orElseThrow(
                () -> new LoginRefused("The provider does not vouch for the e-mail address"));
    return new Identity(settings.issuer().toString(), token.subject(), email);
  }

  /** The claims of the ID token, whose signature the library has checked. */
  private static JsonObject claims(OAuth2Auth provider, User user) {
    JsonObject checked = user.attributes().getJsonObject("idToken");
    if (checked == null && user.attributes().containsKey("missing-kid")) {
      checked = claimsByNewKeys(provider, user.principal().getString("id_token"));
    }
    return Optional.ofNullable(checked)
        .orElseThrow(() -> new LoginRefused("The ID token is missing or its signature is wrong"));
  }

  /** The provider has changed its keys: they are fetched again, once. */
  private static JsonObject claimsByNewKeys(OAuth2Auth provider, String idToken) {
    await(provider.jWKSet());
    return await(provider.authenticate(new TokenCredentials(idToken)))
        .attributes()
        .getJsonObject("accessToken");
  }

  /** One asks for all who wait; after a failure nobody waits for the next for a while. */
  private OAuth2Auth provider() {
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

  private OAuth2Auth discover() {
    if (clock.instant().isBefore(down.plus(LEFT_ALONE))) {
      throw new LoginRefused("The OpenID provider did not answer a moment ago");
    }
    try {
      return await(OpenIDConnectAuth.discover(vertx, options()));
    } catch (LoginRefused refused) {
      down = clock.instant();
      throw refused;
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
                .setConnectTimeout(PATIENCE_SECONDS * 1_000)
                .setIdleTimeout(PATIENCE_SECONDS));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).await();
    } catch (Throwable fault) {
      throw new LoginRefused("The OpenID provider did not answer as it should", fault);
    }
  }
}
