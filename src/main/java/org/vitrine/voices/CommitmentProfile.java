package org.vitrine.voices;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.vitrine.companies.Tier;

/**
 * What is promised, in versions: what somebody was told when they spoke stays as it was, whatever
 * is set later.
 *
 * @param versions in their order; before the first, the default counts
 */
public record CommitmentProfile(List<ProfileVersion> versions) {
  public static final CommitmentProfile DEFAULT = new CommitmentProfile(List.of());

  /**
   * The table as it was from one moment on.
   *
   * @param savedBy absent for the default
   */
  public record ProfileVersion(
      int version, CommitmentTable table, Instant savedAt, String savedBy) {
    static final ProfileVersion DEFAULT =
        new ProfileVersion(0, CommitmentTable.DEFAULT, Instant.EPOCH, null);
  }

  public CommitmentProfile {
    versions = versions.stream().sorted(Comparator.comparingInt(ProfileVersion::version)).toList();
  }

  public ProfileVersion newest() {
    return versions.isEmpty() ? ProfileVersion.DEFAULT : versions.getLast();
  }

  /** What counts for what begins at this moment. */
  CommitmentTargets targets(Tier tier, VoiceKind kind, Instant at) {
    return at(at).table().of(tier, kind);
  }

  /** The version that counts for what begins at this moment. */
  public ProfileVersion at(Instant moment) {
    ProfileVersion counting = ProfileVersion.DEFAULT;
    for (ProfileVersion one : versions) {
      if (!one.savedAt().isAfter(moment)) {
        counting = one;
      }
    }
    return counting;
  }
}
