package org.vitrine.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.notices.NoticeMode;
import org.vitrine.notices.NoticeTopic;
import org.vitrine.voices.CommitmentTargets;
import org.vitrine.voices.VoiceKind;

/**
 * All that counts for a company on a day, each with the version that it comes from: what was agreed
 * with it, else what its tier gets, else what the house does for everybody.
 *
 * @param warranty absent where each product's own terms count
 * @param workingHours the code of a calendar; absent where departments' own hours count
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Agreed(
    Map<VoiceKind, AgreedValue<CommitmentTargets>> clocks,
    AgreedValue<Boolean> fastLane,
    Map<VisitingRole, AgreedValue<AgreedCadence>> visits,
    Map<NoticeTopic, AgreedValue<NoticeMode>> notices,
    AgreedValue<AgreedView> shows,
    AgreedValue<Optional<AgreedWarranty>> warranty,
    AgreedValue<List<String>> languages,
    AgreedValue<Optional<String>> workingHours,
    AgreedValue<AgreedPromises> promises) {

  public Agreed {
    clocks = Collections.unmodifiableMap(new TreeMap<>(clocks));
    visits = Collections.unmodifiableMap(new TreeMap<>(visits));
    notices = Collections.unmodifiableMap(new TreeMap<>(notices));
  }

  /** The same with what this version names instead. */
  Agreed with(Optional<SavedTerms> counting) {
    return counting.map(this::with).orElse(this);
  }

  private Agreed with(SavedTerms saved) {
    AgreedVersion version = saved.version();
    AgreedTerms terms = saved.terms();
    return new Agreed(
        with(clocks, terms.clocks(), version),
        terms.fastLane().map(named -> new AgreedValue<>(named, version)).orElse(fastLane),
        with(visits, terms.visits(), version),
        with(notices, terms.notices(), version),
        terms.shows().map(named -> new AgreedValue<>(named, version)).orElse(shows),
        terms.warranty().isPresent() ? new AgreedValue<>(terms.warranty(), version) : warranty,
        terms.languages().isEmpty() ? languages : new AgreedValue<>(terms.languages(), version),
        terms.workingHours().isPresent()
            ? new AgreedValue<>(terms.workingHours(), version)
            : workingHours,
        terms.promises().map(named -> new AgreedValue<>(named, version)).orElse(promises));
  }

  private static <K, V> Map<K, AgreedValue<V>> with(
      Map<K, AgreedValue<V>> before, Map<K, V> named, AgreedVersion version) {
    Map<K, AgreedValue<V>> after = new TreeMap<>(before);
    named.forEach((key, value) -> after.put(key, new AgreedValue<>(value, version)));
    return after;
  }
}
