package org.vitrine.loyalty;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.vitrine.access.Actor;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.loyalty.FallingBehind.BehindPart;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SingleFlightCache;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door to how loyal customers are: derived from their orders whenever somebody looks, but for
 * what they say of their need.
 */
public final class Loyalty {
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MOST_SAID = 50;

  private final Database database;
  private final Companies companies;
  private final ZoneId zone;
  private final Clock clock;
  private final LoyaltyRepository repository = new LoyaltyRepository();
  private final NeedRepository needs = new NeedRepository();

  /** A year of months is fitted anew for whoever looks, though not for each of many at once. */
  private final SingleFlightCache<LocalDate, LoyaltyBook> books =
      new SingleFlightCache<>(Caffeine.newBuilder().maximumSize(2).expireAfterWrite(KEPT));

  /**
   * @param zone where the plant is: there days begin
   */
  public Loyalty(Database database, Companies companies, ZoneId zone, Clock clock) {
    this.database = database;
    this.companies = companies;
    this.zone = zone;
    this.clock = clock;
  }

  LoyaltyReport report(Predicate<Company> wanted, int most) {
    LoyaltyDay today = today(clock.instant());
    return LoyaltyReport.of(books.of(today.day(), () -> read(today)), wanted, most);
  }

  private LoyaltyBook read(LoyaltyDay today) {
    return LoyaltyBook.of(
        today,
        repository.histories(database, Optional.empty(), zone),
        needs.all(database),
        repository.facts(database, Optional.empty(), today));
  }

  private LoyaltyDay today(Instant now) {
    return new LoyaltyDay(LocalDate.ofInstant(now, zone), now);
  }

  /**
   * Writes down what a customer says of its need; the same again adds nothing. Throws {@link
   * Rejection.NotFound} where there is no such company.
   */
  public void say(String code, SaveNeed said, Actor by) {
    Instant now = clock.instant();
    said.requireSaid(LocalDate.ofInstant(now, zone));
    database.inTransaction(
        transaction -> {
          Company company = hold(transaction, code);
          StatedNeed need =
              new StatedNeed(
                  company.id(),
                  said.share(),
                  said.yearly(),
                  said.source(),
                  said.saidOn(),
                  by.name(),
                  now);
          if (needs.of(transaction, company.id(), MOST_SAID).stream()
              .noneMatch(need::saysTheSame)) {
            needs.add(transaction, need);
          }
          return null;
        });
    books.forgetAll();
  }

  /** So that it becomes a part of no other meanwhile, and two who say the same say it once. */
  private Company hold(Queries transaction, String code) {
    return companies
        .lock(transaction, code)
        .map(found -> found.company())
        .orElseThrow(() -> new Rejection.NotFound("There is no such company"));
  }

  /** Whoever of these companies falls behind, and why: read in one go, for a page of many parts. */
  public BehindPart fallingBehind(
      Queries queries, Collection<CompanyId> some, Instant now, int most) {
    Optional<Collection<CompanyId>> wanted = Optional.of(some);
    LoyaltyDay today = today(now);
    Map<CompanyId, SignFacts> facts = repository.facts(queries, wanted, today);
    List<OrderHistory> histories = repository.histories(queries, wanted, zone);
    return FallingBehind.among(histories, facts, today, most);
  }
}
