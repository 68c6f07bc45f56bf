package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.Tier;

/**
 * What figures are of.
 *
 * @param month in the plant's zone; absent, as the others, where all are counted together
 */
record FigureKey(
    Commitment commitment,
    Optional<YearMonth> month,
    Optional<String> department,
    Optional<VoiceKind> kind,
    Optional<Tier> tier)
    implements Comparable<FigureKey> {
  private static final Comparator<FigureKey> ORDER =
      Comparator.comparing((FigureKey key) -> key.month.map(YearMonth::toString).orElse(""))
          .thenComparing(key -> key.department.orElse(""))
          .thenComparing(key -> key.kind.map(VoiceKind::ordinal).orElse(-1))
          .thenComparing(key -> key.tier.map(Tier::ordinal).orElse(-1))
          .thenComparing(FigureKey::commitment);

  /** By what figures are told apart, besides the commitment. */
  enum FigureDimension {
    @JsonProperty("month")
    MONTH,
    @JsonProperty("department")
    DEPARTMENT,
    @JsonProperty("kind")
    KIND,
    @JsonProperty("tier")
    TIER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Told apart by these only. */
  FigureKey by(Set<FigureDimension> kept) {
    return new FigureKey(
        commitment,
        month.filter(it -> kept.contains(FigureDimension.MONTH)),
        department.filter(it -> kept.contains(FigureDimension.DEPARTMENT)),
        kind.filter(it -> kept.contains(FigureDimension.KIND)),
        tier.filter(it -> kept.contains(FigureDimension.TIER)));
  }

  @Override
  public int compareTo(FigureKey other) {
    return ORDER.compare(this, other);
  }
}
