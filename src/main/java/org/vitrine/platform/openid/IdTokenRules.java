package org.vitrine.platform.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

/**
 * Whether an ID token whose signature is right is meant for us and for now (OpenID Connect Core
 * 1.0, 3.1.3.7). The library checks audience, expiry and what must be there; what it leaves to its
 * user stands here.
 */
final class IdTokenRules extends DefaultJWTClaimsVerifier<AskedWith> {
  /** Two machines' clocks differ by a little. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final String issuer;
  private final String client;
  private final Clock clock;

  IdTokenRules(OpenIdSettings settings, Clock clock) {
    super(settings.client(), null, Set.of("iss", "sub", "aud", "exp", "iat"));
    this.issuer = withoutSlash(settings.issuer().toString());
    this.client = settings.client();
    this.clock = clock;
    setMaxClockSkew(Math.toIntExact(SKEW.toSeconds()));
  }

  /** Some providers end their name with a slash in one place and not in another. */
  private static String withoutSlash(String issuer) {
    return issuer.replaceFirst("/$", "");
  }

  @Override
  public void verify(JWTClaimsSet claims, AskedWith asked) throws BadJWTException {
    super.verify(claims, asked);
    require(issuer.equals(withoutSlash(claims.getIssuer())), "another issuer");
    require(isOursAlone(claims), "another authorized party");
    require(asked.nonce().equals(claims.getClaim("nonce")), "another nonce");
    require(!issuedAt(claims).minus(SKEW).isAfter(clock.instant()), "not yet valid");
    require(!claims.getSubject().isBlank(), "no subject");
  }

  /** A token for several says who of them asked; if it says so, it is us. */
  private boolean isOursAlone(JWTClaimsSet claims) {
    Object asking = claims.getClaim("azp");
    return asking == null ? claims.getAudience().size() == 1 : client.equals(asking);
  }

  private static Instant issuedAt(JWTClaimsSet claims) {
    return claims.getIssueTime().toInstant();
  }

  private static void require(boolean holds, String fault) throws BadJWTException {
    if (!holds) {
      throw new BadJWTException(fault);
    }
  }

  @Override
  protected Date currentTime() {
    return Date.from(clock.instant());
  }
}
