package org.vitrine.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.access.Revocations;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyAct;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/**
 * Who looks after companies: account managers that belong to them. Whoever changes that, here or at
 * the person, it is said in the company's history.
 *
 * <p>People are locked before companies everywhere, so that no two transactions wait for each
 * other.
 */
final class CompanyManagers {
  /** What histories and trails call it where others look after a company than before. */
  static final String CHANGED = "managers";

  private static final int MOST = 20;

  private final Companies companies;
  private final Sessions sessions;
  private final Revocations revocations;
  private final ManagerRepository repository = new ManagerRepository();

  CompanyManagers(Companies companies, Sessions sessions, Revocations revocations) {
    this.companies = companies;
    this.sessions = sessions;
    this.revocations = revocations;
  }

  List<CompanyManager> every(Queries queries) {
    return repository.every(queries);
  }

  Map<CompanyId, List<CompanyManager>> of(Queries queries, Collection<CompanyId> some) {
    return repository.of(queries, some);
  }

  List<CompanyManager> of(Queries queries, CompanyId company) {
    return of(queries, List.of(company)).getOrDefault(company, List.of());
  }

  /**
   * The account managers of these keys, who stay so until the transaction ends. Throws {@link
   * Rejection.Invalid} on the field {@code managers} where one is none.
   */
  List<CompanyManager> require(Queries transaction, List<Long> wanted) {
    if (wanted.size() > MOST) {
      throw new Rejection.Invalid(
          "managers", "At most %d people can look after a company".formatted(MOST));
    }
    List<CompanyManager> found = repository.hold(transaction, Set.copyOf(wanted));
    Set<Long> known = ids(found);
    wanted.stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new Rejection.Invalid("managers", "There is no account manager " + id);
            });
    return found;
  }

  /**
   * An administrator says who looks after any company; an account manager of those that are in
   * their own care or in nobody's, since by that they come to invite its people.
   */
  static void requireMaySay(Caller by, List<CompanyManager> before) {
    boolean may =
        by.may(Permission.MANAGE_PEOPLE)
            || by instanceof Caller.SignedIn person
                && person.role() == Role.ACCOUNT_MANAGER
                && (before.isEmpty() || ids(before).contains(person.id()));
    if (!may) {
      throw new Rejection.Forbidden(
          "Who looks after this company is for them or an administrator to say");
    }
  }

  /** Those before no longer do, those after do from now on. */
  void change(
      Queries transaction,
      CompanyId company,
      List<CompanyManager> before,
      List<CompanyManager> after,
      Actor by) {
    Set<Long> gone = new HashSet<>(ids(before));
    gone.removeAll(ids(after));
    repository.come(transaction, company, ids(after));
    repository.go(transaction, company, gone);
    gone.forEach(person -> revocations.personMayLess(transaction, person, by));
    sessions.changed(transaction);
  }

  /** What became of who looks after it, as histories and trails have it; nothing if nothing did. */
  static Map<String, Object> changed(List<CompanyManager> before, List<CompanyManager> after) {
    return ids(before).equals(ids(after))
        ? Map.of()
        : Map.of(CHANGED, Map.of("before", names(before), "after", names(after)));
  }

  /** Of which companies this one is a manager. */
  static Set<CompanyId> caredFor(Role role, boolean disabled, Collection<CompanyId> companies) {
    return role == Role.ACCOUNT_MANAGER && !disabled ? Set.copyOf(companies) : Set.of();
  }

  /** Somebody looks after other companies than before: each of these has it in its history. */
  void personMoved(
      Queries transaction,
      CompanyManager who,
      Set<CompanyId> before,
      Set<CompanyId> after,
      String by) {
    for (CompanyId company : inOneOf(before, after)) {
      List<CompanyManager> others =
          of(transaction, company).stream().filter(one -> one.id() != who.id()).toList();
      List<CompanyManager> withThem = Stream.concat(others.stream(), Stream.of(who)).toList();
      boolean comes = after.contains(company);
      companies.changedBesides(
          transaction,
          company,
          new CompanyAct(by, changed(comes ? others : withThem, comes ? withThem : others)));
    }
  }

  /** By their keys, since companies are locked in that order. */
  private static List<CompanyId> inOneOf(Set<CompanyId> before, Set<CompanyId> after) {
    return Stream.concat(before.stream(), after.stream())
        .filter(company -> before.contains(company) != after.contains(company))
        .sorted(Comparator.comparingLong(CompanyId::value))
        .toList();
  }

  private static Set<Long> ids(List<CompanyManager> some) {
    return some.stream().map(CompanyManager::id).collect(Collectors.toSet());
  }

  private static List<String> names(List<CompanyManager> some) {
    return some.stream().map(CompanyManager::name).sorted().toList();
  }
}
