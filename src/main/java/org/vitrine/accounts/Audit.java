package org.vitrine.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** The trail of sign-ins, rights, links and keys. Only ever added to; never holds a secret. */
public final class Audit {
  private final Database database;
  private final Clock clock;
  private final AuditRepository repository = new AuditRepository();

  public Audit(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** One thing that was done. */
  public record Entry(
      long id,
      Instant at,
      String actor,
      String action,
      String subject,
      Optional<String> company,
      Map<String, Object> detail) {}

  /**
   * What is looked for; absent means any. {@code before} is the {@code next} of the page before.
   */
  public record Search(
      Optional<String> actor,
      Optional<String> action,
      Optional<String> subject,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Long> before,
      int limit) {}

  /** A page of the trail, newest first. */
  public record Page(List<Entry> entries, Optional<String> next) {}

  /** Writes down what is done in this transaction. */
  public void record(
      Queries transaction,
      String actor,
      AuditAction action,
      String subject,
      Optional<CompanyId> company,
      Map<String, ?> detail) {
    repository.add(
        transaction, clock.instant(), actor, action.code(), subject, company, Json.text(detail));
  }

  /** The same by itself, where nothing else is written. */
  public void record(
      String actor,
      AuditAction action,
      String subject,
      Optional<CompanyId> company,
      Map<String, ?> detail) {
    record(database, actor, action, subject, company, detail);
  }

  public Page search(Search search) {
    List<Entry> found = repository.search(database, search);
    List<Entry> shown = found.subList(0, Math.min(found.size(), search.limit()));
    return new Page(
        shown,
        found.size() > search.limit()
            ? Optional.of(String.valueOf(shown.getLast().id()))
            : Optional.empty());
  }
}
