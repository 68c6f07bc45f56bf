package org.vitrine.health;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.health.HealthFinding;
import org.vitrine.platform.health.HealthSource;
import org.vitrine.platform.web.ServedCertificate;

/**
 * Until when the certificate counts that people are shown at the public address, which is a
 * proxy's: it is looked at now and then.
 */
final class CertificateChecks implements HealthSource {
  private static final Duration LOOKED_AT_EVERY = Duration.ofHours(6);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofDays(14);
  private static final Duration VERY_SOON = Duration.ofDays(3);

  private final Optional<URI> publicUrl;
  private volatile SeenExpiry seen = new SeenExpiry(Instant.EPOCH, Optional.empty());

  private record SeenExpiry(Instant at, Optional<Instant> expires) {}

  /**
   * @param publicUrl where people reach us
   */
  CertificateChecks(Optional<URI> publicUrl) {
    this.publicUrl = publicUrl.filter(url -> "https".equals(url.getScheme()));
  }

  /** Looks at the public address, where that was long ago. */
  void look(Instant now) {
    if (publicUrl.isPresent() && seen.at().isBefore(now.minus(LOOKED_AT_EVERY))) {
      seen = new SeenExpiry(now, ServedCertificate.expires(publicUrl.get(), PATIENCE));
    }
  }

  @Override
  public List<HealthFinding> findings(Queries queries, Instant now) {
    return seen.expires().map(until -> List.of(finding(until, now))).orElse(List.of());
  }

  static HealthFinding finding(Instant until, Instant now) {
    Map<String, Object> facts = Map.of("until", until.atZone(ZoneOffset.UTC).toLocalDate());
    if (!until.isAfter(now)) {
      return HealthFinding.bad("certificate", "over", facts);
    }
    if (until.isBefore(now.plus(VERY_SOON))) {
      return HealthFinding.bad("certificate", "ends-soon", facts);
    }
    return until.isBefore(now.plus(SOON))
        ? HealthFinding.warn("certificate", "ends-soon", facts)
        : HealthFinding.ok("certificate", "counts", facts);
  }
}
