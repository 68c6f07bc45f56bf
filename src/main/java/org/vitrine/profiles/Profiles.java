package org.vitrine.profiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.calendars.Calendars;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyChange;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.MergeFollower;
import org.vitrine.companies.Tier;
import org.vitrine.notices.AgreedRhythm;
import org.vitrine.notices.Choices;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Language;
import org.vitrine.production.Routings;
import org.vitrine.profiles.ProfileDesk.ProfileKeeper;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.CommitmentProfiles;
import org.vitrine.warranty.AgreedMonths;

/** The door to what each company gets. */
public final class Profiles {
  final Database database;
  private final ProfileGround ground;
  private final Changes changes;
  private final ZoneId plantZone;
  private final Clock clock;
  private final ProfileDefaults defaults;
  private final ProfileRepository repository = new ProfileRepository();
  private final KnownProfiles known = new KnownProfiles();
  private final AgreedViewsNow views;

  public Profiles(
      Database database, Changes changes, ProfileGround ground, ZoneId plantZone, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.ground = ground;
    this.plantZone = plantZone;
    this.clock = clock;
    this.views = new AgreedViewsNow(known, database, plantZone, clock);
    this.defaults =
        new ProfileDefaults(ground.commitments(), ground.choices(), ground.languages(), plantZone);
    changes.onChange(this::heard);
    changes.onForget(known::forget);
    ground.commitments().agreedBy(new AgreedClocks(known, ground.calendars(), plantZone, clock));
    ground.choices().agreedBy(rhythm());
    ground.tracking().agreedBy(views);
  }

  /** A company that becomes part of another ends what was agreed with it. */
  private void heard(Collection<Change> heard) {
    if (heard.stream()
        .map(Change::kind)
        .anyMatch(kind -> kind.equals(ProfileChange.KIND) || kind.equals(CompanyChange.KIND))) {
      known.forget();
    }
  }

  /** The rooms below. */
  public record ProfileGround(
      Companies companies,
      CommitmentProfiles commitments,
      Choices choices,
      Tracking tracking,
      Calendars calendars,
      Routings routings,
      Audit audit,
      List<Language> languages) {}

  /**
   * All that counts for this company on this day, by the plant's date; each with the version that
   * it comes from. Read for the house: no customer's own transaction may ask.
   */
  public Agreed agreed(Queries queries, CompanyId company, LocalDate day) {
    Company of = ground.companies().require(queries, company);
    return agreed(queries, of.tier(), day).with(repository.of(queries, company).at(day));
  }

  /** What companies of a tier get of which nothing else was agreed. */
  Agreed agreed(Queries queries, Tier tier, LocalDate day) {
    return defaults.of(queries, tier, day).with(repository.of(queries, tier).at(day));
  }

  /** All versions of what was agreed with a company; a customer's own transaction may ask. */
  public Profile of(Queries queries, CompanyId company) {
    return repository.of(queries, company);
  }

  /** The same of every company with which anything was agreed; read for the house. */
  public Map<CompanyId, Profile> ofCompanies(Queries queries) {
    return repository.all(queries);
  }

  /** All versions of what a tier gets. */
  public Profile of(Queries queries, Tier tier) {
    return repository.of(queries, tier);
  }

  /** Which day it is where the plant is. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), plantZone);
  }

  /** Whether nothing was ever agreed otherwise than the house does by itself. */
  public boolean areNone() {
    return Arrays.stream(Tier.values()).allMatch(tier -> of(database, tier).newest().isEmpty())
        && ofCompanies(database).isEmpty();
  }

  /**
   * What companies of a tier get from now on, as it is sent: terms, with who agreed and when.
   * Throws {@link org.vitrine.platform.Rejection.Invalid} naming the field.
   */
  public void agree(Actor by, Tier tier, ObjectNode wanted) {
    desk().save(new ProfileKeeper(by, Optional.empty()), tier, SaveProfile.read(wanted));
  }

  /** The same of one company, by its code. */
  public void agree(Actor by, String company, ObjectNode wanted) {
    desk().save(new ProfileKeeper(by, Optional.empty()), company, SaveProfile.read(wanted));
  }

  ProfileDesk desk() {
    return new ProfileDesk(this, ground, changes, clock);
  }

  Companies companies() {
    return ground.companies();
  }

  /** What companies see of their orders today. */
  AgreedViewsNow views() {
    return views;
  }

  ProfileDay day() {
    return new ProfileDay(database, changes, this::today);
  }

  /** How people are told, for whoever tells them. */
  public AgreedRhythm rhythm() {
    return new AgreedNotices(known, plantZone);
  }

  /** For how long what companies buy is covered, for whoever covers it. */
  public AgreedMonths cover() {
    return new CoveredMonths(known, ground.companies());
  }

  Routings routings() {
    return ground.routings();
  }

  Calendars calendars() {
    return ground.calendars();
  }

  /** What was agreed with a company ends where it becomes part of another. */
  public MergeFollower merging() {
    return (transaction, wanted, at) -> {
      repository.holdUnder(transaction, wanted.merged().id(), wanted.merged().code());
      return () -> {};
    };
  }
}
