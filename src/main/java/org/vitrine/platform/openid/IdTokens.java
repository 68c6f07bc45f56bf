package org.vitrine.platform.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies a provider's ID tokens. Its keys are kept for some minutes and fetched again when a
 * token names one that is not among them; no stream of such tokens makes us ask more than twice in
 * half a minute. Blocks while keys are fetched.
 */
final class IdTokens {
  /**
   * Signatures by the provider's private key only: none, or one made with our secret, is no proof.
   */
  private static final Set<JWSAlgorithm> ACCEPTED =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final int LARGEST_KEY_SET_BYTES = 256 * 1024;

  private final DefaultJWTProcessor<AskedWith> processor = new DefaultJWTProcessor<>();

  IdTokens(OpenIdSettings settings, URL keySet, Duration timeout, Clock clock) {
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ACCEPTED, keys(keySet, timeout)));
    processor.setJWTClaimsSetVerifier(new IdTokenRules(settings, clock));
  }

  private static JWKSource<AskedWith> keys(URL keySet, Duration timeout) {
    int millis = Math.toIntExact(timeout.toMillis());
    return JWKSourceBuilder.<AskedWith>create(
            keySet, new DefaultResourceRetriever(millis, millis, LARGEST_KEY_SET_BYTES))
        // Refreshing ahead would start a thread that outlives us.
        .refreshAheadCache(false)
        .retrying(true)
        .build();
  }

  /** Whom the token names. Throws {@link LoginRefused} with the first thing that is wrong. */
  Subject verified(String token, String nonce) {
    try {
      return new Subject(processor.process(token, new AskedWith(nonce)));
    } catch (ParseException | BadJOSEException refused) {
      throw new LoginRefused("The ID token is refused: " + refused.getMessage(), refused);
    } catch (JOSEException unreachable) {
      throw new LoginRefused("The OpenID provider's keys cannot be used", unreachable);
    }
  }

  /** Who somebody is to the provider, by a token that was verified. */
  record Subject(JWTClaimsSet claims) {
    String id() {
      return claims.getSubject();
    }

    /** The address, if the provider says that it is this person's. */
    Optional<String> verifiedEmail() {
      return Boolean.TRUE.equals(claims.getClaim("email_verified"))
              && claims.getClaim("email") instanceof String email
          ? Optional.of(email).filter(text -> !text.isEmpty())
          : Optional.empty();
    }

    @Override
    public String toString() {
      return "Subject";
    }
  }
}
