package org.vitrine.profiles;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.vitrine.access.Actor;
import org.vitrine.access.AuditAction;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyAct;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.KeptCompany;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.profiles.Profiles.ProfileGround;
import org.vitrine.profiles.SavedTerms.AgreedDays;

/** Where something else is agreed: always as a new version, and never for a day that has passed. */
final class ProfileDesk {
  private static final int MOST_VERSIONS = 500;

  private final Profiles profiles;
  private final ProfileGround ground;
  private final Changes changes;
  private final Clock clock;
  private final ProfileRepository repository = new ProfileRepository();

  ProfileDesk(Profiles profiles, ProfileGround ground, Changes changes, Clock clock) {
    this.profiles = profiles;
    this.ground = ground;
    this.changes = changes;
    this.clock = clock;
  }

  /** What became of a version that was sent. */
  record ProfileOutcome(SaveOutcome outcome, int version) {}

  /** Who sends it, and the version that they had before them, where they say it. */
  record ProfileKeeper(Actor actor, Optional<Long> startedFrom) {}

  /** Throws {@link Rejection.NotFound} where there is no such company. */
  ProfileOutcome save(ProfileKeeper keeper, String code, SaveProfile wanted) {
    requireCalendar(wanted.terms());
    return shown(
        transaction -> {
          CompanyId company = lock(transaction, code).id();
          return save(
              transaction,
              keeper,
              profiles.of(transaction, company),
              wanted,
              new ProfileShelf(
                  ProfileOwner.COMPANY,
                  code,
                  Optional.of(company),
                  saved -> keep(transaction, company, saved),
                  version -> ProfileChange.of(company, version)));
        });
  }

  /** It stands among all that was agreed with the company, too. */
  private void keep(Queries transaction, CompanyId company, SavedTerms saved) {
    repository.save(transaction, company, saved);
    String version = String.valueOf(saved.version().version());
    Map<String, ?> changed = Map.of("profile", Map.of("before", "", "after", version));
    ground
        .companies()
        .changedBesides(transaction, company, new CompanyAct(saved.savedBy(), changed));
  }

  /** Pages show it before whoever saved it is answered. */
  private ProfileOutcome shown(Function<Queries, ProfileOutcome> saving) {
    ProfileOutcome saved = profiles.database.inTransaction(saving);
    profiles.views().refresh();
    return saved;
  }

  private Company lock(Queries transaction, String code) {
    return ground
        .companies()
        .lock(transaction, code)
        .map(KeptCompany::company)
        .orElseThrow(() -> unknown(code));
  }

  static Rejection unknown(String code) {
    return new Rejection.NotFound("There is no company “%s”".formatted(Excerpt.of(code)));
  }

  ProfileOutcome save(ProfileKeeper keeper, Tier tier, SaveProfile wanted) {
    requireCalendar(wanted.terms());
    return shown(
        transaction -> {
          repository.lock(transaction, tier);
          return save(
              transaction,
              keeper,
              profiles.of(transaction, tier),
              wanted,
              new ProfileShelf(
                  ProfileOwner.TIER,
                  ProfileRepository.code(tier),
                  Optional.empty(),
                  saved -> repository.save(transaction, tier, saved),
                  version -> ProfileChange.of(tier, version)));
        });
  }

  private void requireCalendar(AgreedTerms terms) {
    terms
        .workingHours()
        .filter(code -> ground.calendars().find(code).isEmpty())
        .ifPresent(
            code -> {
              throw new Rejection.Invalid(
                  "workingHours", "There is no calendar “%s”".formatted(Excerpt.of(code)));
            });
  }

  /** Whose versions are kept, and how. */
  private record ProfileShelf(
      ProfileOwner owner,
      String name,
      Optional<CompanyId> company,
      Consumer<SavedTerms> keep,
      IntFunction<Change> told) {}

  private ProfileOutcome save(
      Queries transaction,
      ProfileKeeper keeper,
      Profile before,
      SaveProfile wanted,
      ProfileShelf shelf) {
    LocalDate today = profiles.today();
    SavedTerms next =
        new SavedTerms(
            new AgreedVersion(shelf.owner(), before.version() + 1),
            wanted.days(today),
            wanted.hand(today),
            wanted.terms(),
            keeper.actor().name(),
            after(before));
    if (before.newest().filter(next::saysTheSame).isPresent()) {
      return new ProfileOutcome(SaveOutcome.UNCHANGED, before.version());
    }
    requireStartedFrom(keeper, before);
    requireNotPast(next.days(), today);
    if (before.version() >= MOST_VERSIONS) {
      throw new Rejection.Conflict(
          "The limit of %,d versions has been reached".formatted(MOST_VERSIONS));
    }
    shelf.keep().accept(next);
    ground
        .audit()
        .record(
            transaction,
            keeper.actor(),
            AuditAction.PROFILE_AGREED,
            "%s %d".formatted(shelf.name(), next.version().version()),
            shelf.company(),
            detail(next));
    changes.record(transaction, List.of(shelf.told().apply(next.version().version())));
    return new ProfileOutcome(
        before.newest().isEmpty() ? SaveOutcome.CREATED : SaveOutcome.CHANGED,
        next.version().version());
  }

  private static void requireStartedFrom(ProfileKeeper keeper, Profile before) {
    keeper
        .startedFrom()
        .filter(version -> version != before.version())
        .ifPresent(
            version -> {
              Optional<SavedTerms> newest = before.newest();
              throw new Rejection.ChangedMeanwhile(
                  newest.map(ShownTerms::of).orElse(null),
                  newest.map(SavedTerms::savedBy).orElse(null),
                  newest.map(SavedTerms::savedAt).orElse(null));
            });
  }

  private static void requireNotPast(AgreedDays days, LocalDate today) {
    if (days.from().isBefore(today)) {
      throw new Rejection.Invalid(
          "from", "What has passed stays as it was: %s at the earliest".formatted(today));
    }
  }

  /** Versions count one after the other, whatever the clocks of several nodes say. */
  private Instant after(Profile before) {
    Instant now = Json.asRead(clock.instant());
    return before.newest().map(SavedTerms::savedAt).filter(now::isBefore).orElse(now);
  }

  private static Map<String, Object> detail(SavedTerms saved) {
    return Map.of("agreed", Json.tree(ShownTerms.of(saved)));
  }
}
