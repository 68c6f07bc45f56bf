package org.vitrine.companies;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** The door to two companies that become one. */
public final class Merges {
  private final Companies companies;
  private final Changes changes;
  private final Clock clock;
  private final MergeRepository repository = new MergeRepository();
  private final List<MergeFollower> followers = new CopyOnWriteArrayList<>();

  public Merges(Companies companies, Changes changes, Clock clock) {
    this.companies = companies;
    this.changes = changes;
    this.clock = clock;
  }

  /** Whoever raises versions of what moves. */
  public void followedBy(MergeFollower follower) {
    followers.add(follower);
  }

  /** How much of a company there is that would move. */
  public record Holdings(long people, long orders, long voices, long meetings, long links) {}

  /**
   * Which company is to become which.
   *
   * @param merged the one that there is no more afterwards
   */
  public record Merge(Company merged, Company receiving) {}

  /**
   * The two of these codes. Throws {@link Rejection.NotFound} for the first, and {@link
   * Rejection.Invalid} on the field {@code into} for the second, where there is none.
   */
  public Merge require(String code, String into) {
    Company merged =
        companies
            .find(code)
            .filter(found -> found.code().equals(code))
            .orElseThrow(() -> noSuch(code));
    Company receiving =
        companies.find(into).orElseThrow(() -> wrong("There is no company “" + into + "”"));
    if (merged.id().equals(receiving.id())) {
      throw wrong("A company cannot become a part of itself");
    }
    return new Merge(merged, receiving);
  }

  private static Rejection noSuch(String code) {
    return new Rejection.NotFound("There is no company “" + code + "”");
  }

  private static Rejection wrong(String sentence) {
    return new Rejection.Invalid("into", sentence);
  }

  public Holdings holdings(Queries queries, Company company) {
    return repository.holdings(queries, company.id());
  }

  /**
   * Everything of the one becomes the other’s, and its code leads there. Throws {@link
   * Rejection.Conflict} where somebody else was quicker, or a secret vote stands in the way.
   */
  public void merge(Queries transaction, Merge wanted, String by) {
    CompanyId merged = wanted.merged().id();
    CompanyId receiving = wanted.receiving().id();
    List<Company> there = repository.lock(transaction, List.of(merged, receiving));
    if (!there.containsAll(List.of(wanted.merged(), wanted.receiving()))) {
      throw new Rejection.Conflict("One of the two was changed in the meantime; look at it again");
    }
    if (repository.oneIsAnExample(transaction, merged, receiving)) {
      throw new Rejection.Conflict("One of the two is the example, which is taken away instead");
    }
    if (repository.voteInSecret(transaction, merged, receiving)) {
      throw new Rejection.Conflict(
          "Both have voted in a secret vote that is open; merge them once it is closed");
    }
    List<Runnable> afterwards =
        followers.stream()
            .map(one -> one.companyBecomesAnother(transaction, wanted, clock.instant()))
            .toList();
    repository.merge(transaction, merged, receiving);
    repository.leadTo(transaction, wanted.merged(), receiving, clock.instant());
    afterwards.forEach(Runnable::run);
    changes.record(transaction, List.of(gone(wanted)));
    companies.changedBesides(transaction, receiving, new CompanyAct(by, said(wanted.merged())));
  }

  /** The one that is gone, told under its key, as what it has become. */
  private static Change gone(Merge wanted) {
    return new Change(
        CompanyChange.KIND,
        String.valueOf(wanted.merged().id().value()),
        0,
        Optional.of(wanted.receiving().id().value()),
        Json.tree(new CompanyChange(Optional.empty(), wanted.receiving())));
  }

  private static Map<String, ?> said(Company merged) {
    String what = "%s (%s)".formatted(merged.name(), merged.code());
    return Map.of("merged", Map.of("before", "", "after", what));
  }
}
