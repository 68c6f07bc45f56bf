package org.vitrine.voices;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vitrine.access.AuditedDifference;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Rejection;

/** How much time each commitment has, for every tier and kind. */
public record CommitmentTable(Map<Tier, Map<VoiceKind, CommitmentTargets>> targets) {
  /** What counts until somebody says otherwise: the closer a company is, the less time there is. */
  public static final CommitmentTable DEFAULT = byDefault();

  public CommitmentTable {
    Map<Tier, Map<VoiceKind, CommitmentTargets>> copied = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      Map<VoiceKind, CommitmentTargets> ofTier = new EnumMap<>(targets.get(tier));
      if (ofTier.size() < VoiceKind.values().length) {
        throw new IllegalArgumentException("No targets for some kinds of " + tier);
      }
      copied.put(tier, Collections.unmodifiableMap(ofTier));
    }
    targets = Collections.unmodifiableMap(copied);
  }

  /** One cell of it, as it is sent and kept; times in ISO 8601, counted in working time. */
  public record CommitmentRow(
      Tier tier,
      VoiceKind kind,
      Duration seen,
      Duration firstAnswer,
      Duration nextAnswer,
      Duration solved) {
    public CommitmentRow {
      if (tier == null) {
        throw new Rejection.Invalid("tier", "Give a tier: " + codes(Tier.values()));
      }
      if (kind == null) {
        throw new Rejection.Invalid("kind", "Give a kind: " + codes(VoiceKind.values()));
      }
      new CommitmentTargets(seen, firstAnswer, nextAnswer, solved); // Throws where they do not fit.
    }

    private static String codes(Enum<?>[] values) {
      return String.join(
          ", ", Arrays.stream(values).map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
    }

    private List<String> times() {
      return Stream.of(seen, firstAnswer, nextAnswer, solved).map(Duration::toString).toList();
    }

    CommitmentTargets targets() {
      return new CommitmentTargets(seen, firstAnswer, nextAnswer, solved);
    }
  }

  public CommitmentTargets of(Tier tier, VoiceKind kind) {
    return targets.get(tier).get(kind);
  }

  /** The same, with these cells instead of what they were. */
  CommitmentTable with(List<CommitmentRow> rows) {
    Map<Tier, Map<VoiceKind, CommitmentTargets>> changed = new EnumMap<>(Tier.class);
    targets.forEach((tier, ofTier) -> changed.put(tier, new EnumMap<>(ofTier)));
    rows.forEach(row -> changed.get(row.tier()).put(row.kind(), row.targets()));
    return new CommitmentTable(changed);
  }

  /** What of it was otherwise before, for the trail: a row for each tier and kind. */
  AuditedDifference differenceTo(CommitmentTable before) {
    AuditedDifference difference = new AuditedDifference();
    for (CommitmentRow row : rows()) {
      difference.of(
          row.tier().name().toLowerCase(Locale.ROOT) + " " + row.kind().code(),
          Optional.of(before.row(row.tier(), row.kind()).times()),
          Optional.of(row.times()));
    }
    return difference;
  }

  public List<CommitmentRow> rows() {
    return Arrays.stream(Tier.values())
        .flatMap(tier -> Arrays.stream(VoiceKind.values()).map(kind -> row(tier, kind)))
        .toList();
  }

  private CommitmentRow row(Tier tier, VoiceKind kind) {
    CommitmentTargets cell = of(tier, kind);
    return new CommitmentRow(
        tier, kind, cell.seen(), cell.firstAnswer(), cell.nextAnswer(), cell.solved());
  }

  private static CommitmentTable byDefault() {
    Map<Tier, Map<VoiceKind, CommitmentTargets>> table = new EnumMap<>(Tier.class);
    Stream.of(Tier.values()).forEach(tier -> table.put(tier, new EnumMap<>(VoiceKind.class)));
    table.forEach(
        (tier, ofTier) -> {
          Function<Integer, Duration> hours = standard -> share(tier, Duration.ofHours(standard));
          ofTier.put(VoiceKind.COMPLAINT, targets(hours, 2, 8, 8, 40));
          ofTier.put(VoiceKind.QUESTION, targets(hours, 4, 8, 8, 24));
          ofTier.put(VoiceKind.WISH, targets(hours, 8, 16, 16, 80));
          ofTier.put(VoiceKind.CARE, targets(hours, 8, 16, 16, 40));
        });
    return new CommitmentTable(table);
  }

  private static CommitmentTargets targets(
      Function<Integer, Duration> hours, int seen, int first, int next, int solved) {
    return new CommitmentTargets(
        hours.apply(seen), hours.apply(first), hours.apply(next), hours.apply(solved));
  }

  private static Duration share(Tier tier, Duration standard) {
    return switch (tier) {
      case STANDARD -> standard;
      case SILVER -> standard.multipliedBy(3).dividedBy(4);
      case GOLD -> standard.dividedBy(2);
      case PLATINUM -> standard.dividedBy(4);
    };
  }
}
