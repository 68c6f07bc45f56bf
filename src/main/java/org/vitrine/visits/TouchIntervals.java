package org.vitrine.visits;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.profiles.VisitingRole;

/**
 * How many days may lie between two times that an account manager meets a company, by its tier,
 * where no profile says anything.
 */
public final class TouchIntervals {
  private static final int MOST_DAYS = 3_650;

  private static final int LONGEST =
      AgreedCadences.usual(VisitingRole.ACCOUNT_MANAGER).longestDays();

  private final Database database;
  private final Audit audit;
  private final TouchIntervalRepository repository = new TouchIntervalRepository();

  public TouchIntervals(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** In days, by the tier’s code; a month and a half where nothing was said. */
  public Map<String, Integer> all() {
    return all(database);
  }

  private Map<String, Integer> all(Queries queries) {
    Map<String, Integer> all = new TreeMap<>();
    Arrays.stream(Tier.values()).forEach(tier -> all.put(code(tier), LONGEST));
    all.putAll(repository.all(queries));
    return all;
  }

  private static String code(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  /** Of tiers that are not named, what was said of them stays. */
  public void save(Map<String, Integer> wanted, Actor by) {
    Map<Tier, Integer> days = new EnumMap<>(Tier.class);
    wanted.forEach((tier, many) -> days.put(tier(tier), days(tier, many)));
    database.inTransaction(
        transaction -> {
          repository.lock(transaction);
          Map<String, Integer> before = all(transaction);
          days.forEach((tier, many) -> repository.save(transaction, code(tier), many));
          Map<String, Integer> after = all(transaction);
          if (!after.equals(before)) {
            audit.record(
                transaction,
                by,
                AuditAction.TOUCH_INTERVALS_CHANGED,
                "touch-intervals",
                Optional.empty(),
                Map.of("before", before, "after", after));
          }
          return after;
        });
  }

  private static Tier tier(String code) {
    return Arrays.stream(Tier.values())
        .filter(tier -> code(tier).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    code, "There is no such tier: standard, silver, gold, platinum"));
  }

  private static int days(String field, Integer days) {
    if (days == null || days < 1 || days > MOST_DAYS) {
      throw new Rejection.Invalid(field, "Give 1 to %,d days".formatted(MOST_DAYS));
    }
    return days;
  }
}
