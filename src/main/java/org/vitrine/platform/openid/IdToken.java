package org.vitrine.platform.openid;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an ID token whose signature is right says, and whether it is meant for us and now (OpenID
 * Connect Core 1.0, 3.1.3.7).
 */
record IdToken(JsonObject claims) {
  /** Two machines' clocks differ by a little. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /** Throws {@link LoginRefused} with the first thing that is wrong. */
  void check(String issuer, String client, String nonce, Instant now) {
    require(bare(issuer).equals(bare(text("iss").orElse(""))), "another issuer");
    require(isFor(client), "another audience");
    require(nonce.equals(text("nonce").orElse("")), "another nonce");
    require(second("exp").map(end -> end.plus(SKEW).isAfter(now)).orElse(false), "expired");
    require(second("iat").map(at -> !at.minus(SKEW).isAfter(now)).orElse(false), "not yet valid");
    require(second("nbf").map(at -> !at.minus(SKEW).isAfter(now)).orElse(true), "not yet valid");
    require(text("sub").isPresent(), "no subject");
  }

  String subject() {
    return text("sub").orElseThrow();
  }

  /** Some providers end their name with a slash in one place and not in another. */
  private static String bare(String issuer) {
    return issuer.replaceFirst("/$", "");
  }

  private boolean isFor(String client) {
    Object audience = claims.getValue("aud");
    boolean named =
        client.equals(audience)
            || audience instanceof JsonArray several && several.contains(client);
    boolean oneOfSeveral = audience instanceof JsonArray several && several.size() > 1;
    return named && text("azp").map(client::equals).orElse(!oneOfSeveral);
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new LoginRefused("The ID token is refused: " + fault);
    }
  }

  /** The address, if the provider says that it is this person's. */
  Optional<String> verifiedEmail() {
    return Boolean.TRUE.equals(claims.getValue("email_verified"))
        ? text("email")
        : Optional.empty();
  }

  private Optional<String> text(String name) {
    return claims.getValue(name) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<Instant> second(String name) {
    return claims.getValue(name) instanceof Number second
        ? Optional.of(Instant.ofEpochSecond(second.longValue()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "IdToken";
  }
}
