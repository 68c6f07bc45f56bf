package org.vitrine.profiles;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.companies.Company;
import org.vitrine.platform.Chore;
import org.vitrine.platform.database.Database;
import org.vitrine.profiles.KnownProfiles.AllProfiles;
import org.vitrine.tracking.AgreedViews;
import org.vitrine.tracking.ShownPart;

/**
 * What each company sees of its orders today, in memory: pages are made without asking anybody.
 * Whoever saves a version brings it up to date; other nodes do within a second, and so does the
 * first moment of a day.
 */
final class AgreedViewsNow implements AgreedViews {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int DIGITS = 12;

  private final KnownProfiles known;
  private final Database database;
  private final ZoneId plantZone;
  private final Clock clock;
  private volatile ResolvedViews now = ResolvedViews.NONE;

  AgreedViewsNow(KnownProfiles known, Database database, ZoneId plantZone, Clock clock) {
    this.known = known;
    this.database = database;
    this.plantZone = plantZone;
    this.clock = clock;
  }

  /**
   * What counts on a day, of those by whom anything is named.
   *
   * @param from what it was made of
   * @param parts by {@code company} or {@code tier} and its key
   */
  private record ResolvedViews(
      AllProfiles from, LocalDate day, Map<String, ShownPart> parts, String edition) {
    static final ResolvedViews NONE = new ResolvedViews(null, null, Map.of(), "");
  }

  @Override
  public String edition() {
    return now.edition();
  }

  @Override
  public ShownPart of(Company company) {
    Map<String, ShownPart> parts = now.parts();
    if (parts.isEmpty()) {
      return ShownPart.ALL;
    }
    ShownPart own = parts.get(keyOf(company.id()));
    return own != null ? own : parts.getOrDefault(keyOf(company.tier()), ShownPart.ALL);
  }

  private static String keyOf(Object owner) {
    return owner.toString();
  }

  Chore chore() {
    return new Chore("what companies see", PAUSE, this::refresh);
  }

  /** Brings it up to date; outside of transactions. */
  void refresh() {
    AllProfiles all = known.read(database);
    LocalDate day = LocalDate.ofInstant(clock.instant(), plantZone);
    ResolvedViews before = now;
    if (before.from() != all || !day.equals(before.day())) {
      now = resolved(all, day);
    }
  }

  private static ResolvedViews resolved(AllProfiles all, LocalDate day) {
    Map<String, ShownPart> parts = new HashMap<>();
    all.companies().forEach((company, profile) -> put(parts, keyOf(company), profile, day));
    all.tiers().forEach((tier, profile) -> put(parts, keyOf(tier), profile, day));
    String edition =
        parts.isEmpty()
            ? ""
            : "-" + DigestUtils.sha256Hex(new TreeMap<>(parts).toString()).substring(0, DIGITS);
    return new ResolvedViews(all, day, Map.copyOf(parts), edition);
  }

  private static void put(
      Map<String, ShownPart> parts, String key, Profile profile, LocalDate day) {
    profile
        .at(day)
        .flatMap(saved -> saved.terms().shows())
        .ifPresent(view -> parts.put(key, part(view)));
  }

  private static ShownPart part(AgreedView view) {
    return new ShownPart(set(view.stages()), set(view.readings()), view.charts().isPresent());
  }

  /** In the order of the alphabet, so that equal ones read alike. */
  private static Optional<Set<String>> set(Optional<List<String>> keys) {
    return keys.map(TreeSet::new);
  }
}
