package org.vitrine.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.notices.NoticeMode;
import org.vitrine.notices.NoticeTopic;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.words.Language;
import org.vitrine.voices.CommitmentTargets;
import org.vitrine.voices.VoiceKind;

/**
 * What one version says. Whatever it does not name stays as it is without it.
 *
 * @param clocks working time by kind of message
 * @param fastLane whether their messages go first
 * @param languages in which they are spoken to, the preferred one first
 * @param workingHours the code of the calendar by which somebody is there for them
 * @param promises what happens where a date will hardly be kept
 */
@JsonInclude(value = JsonInclude.Include.NON_EMPTY, content = JsonInclude.Include.NON_ABSENT)
public record AgreedTerms(
    Map<VoiceKind, CommitmentTargets> clocks,
    Optional<Boolean> fastLane,
    Map<VisitingRole, AgreedCadence> visits,
    Map<NoticeTopic, NoticeMode> notices,
    Optional<AgreedView> shows,
    Optional<AgreedWarranty> warranty,
    List<String> languages,
    Optional<String> workingHours,
    Optional<AgreedPromises> promises) {
  public static final AgreedTerms NONE =
      new AgreedTerms(
          null,
          Optional.empty(),
          null,
          null,
          Optional.empty(),
          Optional.empty(),
          null,
          Optional.empty(),
          Optional.empty());

  public AgreedTerms {
    clocks = sorted(clocks);
    fastLane = orNothing(fastLane);
    visits = sorted(visits);
    notices = sorted(notices);
    notices.keySet().forEach(AgreedTerms::requireForCustomers);
    shows = orNothing(shows);
    warranty = orNothing(warranty);
    languages = languages == null ? List.of() : languages.stream().distinct().toList();
    languages.forEach(AgreedTerms::requireLanguage);
    workingHours = orNothing(workingHours).filter(code -> !code.isBlank());
    promises = orNothing(promises);
  }

  private static <K, V> Map<K, V> sorted(Map<K, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
  }

  private static <T> Optional<T> orNothing(Optional<T> given) {
    return given == null ? Optional.empty() : given;
  }

  private static void requireForCustomers(NoticeTopic topic) {
    if (!topic.isForCustomers()) {
      throw new Rejection.Invalid(
          "notices", "Customers are told nothing about “%s”".formatted(topic.code()));
    }
  }

  private static void requireLanguage(String tag) {
    if (Language.of(tag).isEmpty()) {
      throw new Rejection.Invalid("languages", "A language must be en or zh-CN");
    }
  }
}
