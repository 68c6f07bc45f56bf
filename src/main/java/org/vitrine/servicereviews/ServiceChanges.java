package org.vitrine.servicereviews;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.access.Audit;
import org.vitrine.access.Audit.AuditEntry;
import org.vitrine.access.Audit.AuditSearch;
import org.vitrine.access.AuditAction;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Paging;
import org.vitrine.profiles.AgreedTerms;
import org.vitrine.profiles.Profile;
import org.vitrine.profiles.SavedTerms;
import org.vitrine.servicereviews.OrderingCompany.ReviewedCompany;
import org.vitrine.servicereviews.ProfileUse.AgreedProfiles;
import org.vitrine.servicereviews.ServiceChange.ChangeEffect;
import org.vitrine.servicereviews.ServiceChange.ChangeScope;
import org.vitrine.servicereviews.ServiceChange.EffectFigure;

/** What was changed of the service in a quarter: profiles, and settings by the audit log. */
final class ServiceChanges {
  private static final int MOST_ENTRIES = 200;

  /** What says how customers are served, and which figures follow it. */
  private static final Map<AuditAction, Set<EffectFigure>> SETTINGS =
      Map.of(
          AuditAction.COMMITMENTS_CHANGED, EnumSet.of(EffectFigure.CLOCKS),
          AuditAction.DEPARTMENT_CHANGED, EnumSet.of(EffectFigure.CLOCKS),
          AuditAction.DEPARTMENT_REMOVED, EnumSet.of(EffectFigure.CLOCKS),
          AuditAction.VOICE_SETTINGS_CHANGED, EnumSet.of(EffectFigure.CLOCKS),
          AuditAction.TOUCH_INTERVALS_CHANGED, EnumSet.of(EffectFigure.VISITS),
          AuditAction.CARE_QUESTIONS_CHANGED, EnumSet.noneOf(EffectFigure.class),
          AuditAction.NOTICE_RHYTHM_CHANGED, EnumSet.noneOf(EffectFigure.class),
          AuditAction.ACTION_SETTINGS_CHANGED, EnumSet.noneOf(EffectFigure.class),
          AuditAction.SETTING_CHANGED, EnumSet.noneOf(EffectFigure.class));

  private final Audit audit;
  private final ZoneId zone;

  ServiceChanges(Audit audit, ZoneId zone) {
    this.audit = audit;
    this.zone = zone;
  }

  /** How a figure changed with something. */
  interface EffectReading {
    /**
     * @param company whose, by its key; absent where it is a tier's, or everybody's
     */
    KeptComparison of(
        EffectFigure figure, LocalDate day, Optional<CompanyId> company, Optional<Tier> tier);
  }

  /** The newest first. */
  List<ServiceChange> in(
      ServiceQuarter quarter,
      Map<CompanyId, ReviewedCompany> known,
      AgreedProfiles agreed,
      EffectReading effects) {
    return Stream.concat(
            profiles(quarter, known, agreed, effects),
            SETTINGS.keySet().stream().flatMap(action -> settings(quarter, action, effects)))
        .sorted(
            Comparator.comparing(ServiceChange::day)
                .reversed()
                .thenComparing(ServiceChange::kind)
                .thenComparing(ServiceChange::subject))
        .toList();
  }

  private Stream<ServiceChange> profiles(
      ServiceQuarter quarter,
      Map<CompanyId, ReviewedCompany> known,
      AgreedProfiles agreed,
      EffectReading effects) {
    return Stream.concat(
        agreed.companies().entrySet().stream()
            .filter(one -> known.containsKey(one.getKey()))
            .flatMap(
                one ->
                    saved(quarter, one.getValue())
                        .map(
                            saved ->
                                profile(
                                    saved,
                                    new ChangeScope(
                                        Optional.of(known.get(one.getKey())), Optional.empty()),
                                    Optional.of(one.getKey()),
                                    effects))),
        agreed.tiers().entrySet().stream()
            .flatMap(
                one ->
                    saved(quarter, one.getValue())
                        .map(
                            saved ->
                                profile(
                                    saved,
                                    new ChangeScope(Optional.empty(), Optional.of(one.getKey())),
                                    Optional.empty(),
                                    effects))));
  }

  private Stream<SavedTerms> saved(ServiceQuarter quarter, Profile profile) {
    return profile.versions().stream().filter(saved -> quarter.holds(day(saved.savedAt())));
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private ServiceChange profile(
      SavedTerms saved, ChangeScope whose, Optional<CompanyId> company, EffectReading effects) {
    LocalDate savedOn = day(saved.savedAt());
    LocalDate from = saved.days().from().isBefore(savedOn) ? savedOn : saved.days().from();
    return new ServiceChange(
        AuditAction.PROFILE_AGREED.code(),
        String.valueOf(saved.version().version()),
        from,
        saved.savedBy(),
        whose,
        figures(saved.terms()).stream()
            .map(
                figure -> new ChangeEffect(figure, effects.of(figure, from, company, whose.tier())))
            .toList());
  }

  private static Set<EffectFigure> figures(AgreedTerms terms) {
    Set<EffectFigure> figures = EnumSet.noneOf(EffectFigure.class);
    if (!terms.clocks().isEmpty()
        || terms.fastLane().isPresent()
        || terms.workingHours().isPresent()) {
      figures.add(EffectFigure.CLOCKS);
    }
    if (!terms.visits().isEmpty()) {
      figures.add(EffectFigure.VISITS);
    }
    return figures;
  }

  private Stream<ServiceChange> settings(
      ServiceQuarter quarter, AuditAction action, EffectReading effects) {
    AuditSearch search =
        new AuditSearch(
            Optional.empty(),
            Optional.of(action.code()),
            Optional.empty(),
            Optional.of(quarter.first().atStartOfDay(zone).toInstant()),
            Optional.of(quarter.last().plusDays(1).atStartOfDay(zone).toInstant()),
            Paging.first(MOST_ENTRIES));
    return audit.search(search).entries().stream().map(entry -> setting(entry, action, effects));
  }

  private ServiceChange setting(AuditEntry entry, AuditAction action, EffectReading effects) {
    LocalDate from = day(entry.at());
    return new ServiceChange(
        entry.action(),
        entry.subject(),
        from,
        entry.actor(),
        ChangeScope.EVERYBODY,
        SETTINGS.get(action).stream()
            .map(
                figure ->
                    new ChangeEffect(
                        figure, effects.of(figure, from, Optional.empty(), Optional.empty())))
            .toList());
  }
}
