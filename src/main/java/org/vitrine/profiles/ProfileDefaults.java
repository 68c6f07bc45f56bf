package org.vitrine.profiles;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.companies.Tier;
import org.vitrine.notices.Choices;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Language;
import org.vitrine.voices.CommitmentProfile.ProfileVersion;
import org.vitrine.voices.CommitmentProfiles;
import org.vitrine.voices.CommitmentTargets;
import org.vitrine.voices.VoiceKind;

/**
 * What the house does where nothing was agreed, as its own pages of response times and of the
 * rhythm of notices have it: nothing of it is kept a second time.
 */
final class ProfileDefaults {
  private final CommitmentProfiles commitments;
  private final Choices choices;
  private final List<Language> languages;
  private final ZoneId plantZone;

  ProfileDefaults(
      CommitmentProfiles commitments, Choices choices, List<Language> languages, ZoneId plantZone) {
    this.commitments = commitments;
    this.choices = choices;
    this.languages = List.copyOf(languages);
    this.plantZone = plantZone;
  }

  /** For companies of this tier; response times as they are by the end of that day. */
  Agreed of(Queries queries, Tier tier, LocalDate day) {
    return new Agreed(
        clocks(queries, tier, day),
        AgreedValue.usual(false),
        usual(VisitingRole.USUAL),
        usual(choices.usual(queries, tier)),
        AgreedValue.usual(AgreedView.ALL),
        AgreedValue.usual(Optional.empty()),
        AgreedValue.usual(languages.stream().map(Language::tag).toList()),
        AgreedValue.usual(Optional.empty()),
        AgreedValue.usual(AgreedPromises.USUAL));
  }

  private Map<VoiceKind, AgreedValue<CommitmentTargets>> clocks(
      Queries queries, Tier tier, LocalDate day) {
    ProfileVersion counting = commitments.read(queries).at(endOf(day));
    AgreedVersion version = new AgreedVersion(ProfileOwner.DEFAULT, counting.version());
    Map<VoiceKind, AgreedValue<CommitmentTargets>> clocks = new EnumMap<>(VoiceKind.class);
    for (VoiceKind kind : VoiceKind.values()) {
      clocks.put(kind, new AgreedValue<>(counting.table().of(tier, kind), version));
    }
    return clocks;
  }

  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(plantZone).toInstant().minusMillis(1);
  }

  private static <K, V> Map<K, AgreedValue<V>> usual(Map<K, V> values) {
    return values.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> AgreedValue.usual(one.getValue())));
  }
}
