package org.vitrine.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Paging;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * The trail of sign-ins, rights, links and keys. Only ever added to; never holds a secret. What the
 * same one does again within minutes stands there once, with how often and when last: nobody fills
 * the trail by doing the same over and over.
 */
public final class Audit {
  private static final Duration SAME_WITHIN = Duration.ofMinutes(10);

  private final Database database;
  private final Clock clock;
  private final AuditRepository repository = new AuditRepository();

  public Audit(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * One thing that was done.
   *
   * @param actorKind absent for what was written before it was kept
   * @param company by its name
   * @param times how often it was done
   * @param lastAt when last, where it was done several times
   */
  public record AuditEntry(
      long id,
      Instant at,
      String actor,
      Optional<Actor.ActorKind> actorKind,
      Optional<Long> actorId,
      Optional<String> address,
      String action,
      String subject,
      Optional<String> company,
      Map<String, Object> detail,
      int times,
      Optional<Instant> lastAt) {}

  /** What is looked for; absent means any. */
  public record AuditSearch(
      Optional<String> actor,
      Optional<String> action,
      Optional<String> subject,
      Optional<Instant> from,
      Optional<Instant> to,
      Paging paging) {

    private AuditSearch from(String next) {
      return new AuditSearch(
          actor, action, subject, from, to, new Paging(Optional.of(next), paging.limit()));
    }
  }

  /** A page of the trail, newest first. */
  public record AuditPage(List<AuditEntry> entries, Optional<String> next) {}

  /** Writes down what is done in this transaction. */
  public void record(
      Queries transaction,
      Actor actor,
      AuditAction action,
      String subject,
      Optional<CompanyId> company,
      Map<String, ?> detail) {
    Instant now = clock.instant();
    repository.add(
        transaction,
        now,
        actor,
        action.code(),
        subject,
        company,
        Json.text(detail),
        now.minus(SAME_WITHIN));
  }

  /** The same by itself, where nothing else is written. */
  public void record(
      Actor actor,
      AuditAction action,
      String subject,
      Optional<CompanyId> company,
      Map<String, ?> detail) {
    record(database, actor, action, subject, company, detail);
  }

  /** How often this was done about somebody or something, by whomever. */
  public long times(Queries queries, AuditAction action, String subject, Duration within) {
    return repository.times(queries, action.code(), subject, clock.instant().minus(within));
  }

  /** Forgets what is older than so many days, at least 30; 0 keeps everything. */
  public void sweep(int keptDays) {
    while (keptDays > 0 && repository.forget(database, keptDays) > 0) {
      // A part at a time.
    }
  }

  /** Everything that is looked for, newest first, a page at a time. */
  public Stream<List<AuditEntry>> all(AuditSearch search) {
    return Stream.iterate(
            Optional.of(search(search)),
            Optional::isPresent,
            page -> page.get().next().map(next -> search(search.from(next))))
        .map(page -> page.get().entries());
  }

  public AuditPage search(AuditSearch search) {
    Paging.ListPart<AuditEntry> part =
        search.paging().part(repository.search(database, search), AuditEntry::id);
    return new AuditPage(part.shown(), part.next());
  }
}
