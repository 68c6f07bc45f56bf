package org.vitrine.companies;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to who buys. */
public final class Companies {
  private static final int MOST = 10_000;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

  private final Database database;
  private final Changes changes;
  private final Clock clock;
  private final CompanyRepository repository = new CompanyRepository();

  public Companies(Database database, Changes changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
  }

  /** What an ERP says of a company. */
  public record SaveCompany(String name, CompanyKind kind, Tier tier) {
    public SaveCompany {
      if (name == null || name.isBlank() || name.length() > 200) {
        throw new Rejection.Invalid("name", "A company name must have 1 to 200 characters");
      }
      kind = kind == null ? CompanyKind.CUSTOMER : kind;
      tier = tier == null ? Tier.STANDARD : tier;
    }
  }

  /** What became of a company that was saved. */
  public record SavedCompany(Company company, SaveOutcome outcome) {}

  /** Creates the company or changes it; the same again changes nothing. */
  public SavedCompany save(String code, SaveCompany wanted) {
    if (!CODE.matcher(code).matches()) {
      throw new Rejection.Invalid(
          "code", "A company code must have 1 to 40 letters, digits, dots, dashes or underscores");
    }
    return database.inTransaction(transaction -> save(transaction, code, wanted));
  }

  private SavedCompany save(Queries transaction, String code, SaveCompany wanted) {
    Company before = repository.lock(transaction, code).orElse(null);
    if (before != null
        && before.name().equals(wanted.name())
        && before.kind() == wanted.kind()
        && before.tier() == wanted.tier()) {
      return new SavedCompany(before, SaveOutcome.UNCHANGED);
    }
    if (before == null && repository.count(transaction) >= MOST) {
      throw new Rejection.Conflict("The limit of %,d companies has been reached".formatted(MOST));
    }
    Company company =
        repository.save(
            transaction, code, wanted.name(), wanted.kind(), wanted.tier(), clock.instant());
    CompanyChange change = new CompanyChange(Optional.ofNullable(before), company);
    changes.record(transaction, List.of(change.asChange()));
    return new SavedCompany(company, before == null ? SaveOutcome.CREATED : SaveOutcome.CHANGED);
  }

  public List<Company> all() {
    return repository.list(database);
  }

  public Optional<Company> find(CompanyId id) {
    return repository.find(database, List.of(id)).stream().findFirst();
  }

  public Optional<Company> find(String code) {
    return repository.find(database, code);
  }

  /** What these companies are called, in the order of the alphabet. */
  public List<String> names(Queries queries, Collection<CompanyId> ids) {
    return repository.find(queries, ids).stream().map(Company::name).sorted().toList();
  }

  /** The same by their keys. */
  public Map<CompanyId, String> namesById(Queries queries, Collection<CompanyId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : repository.find(queries, ids).stream()
            .collect(Collectors.toMap(Company::id, Company::name));
  }

  /** Throws {@link Rejection.Invalid} on the field {@code companies} where one is not there. */
  public List<Company> requireAll(Collection<String> codes) {
    Map<String, Company> found =
        repository.findAll(database, codes).stream()
            .collect(Collectors.toMap(Company::code, company -> company));
    return codes.stream()
        .map(
            code ->
                Optional.ofNullable(found.get(code))
                    .orElseThrow(
                        () ->
                            new Rejection.Invalid(
                                "companies", "There is no company “" + code + "”")))
        .toList();
  }

  /** The company of this key, in a transaction of whoever has it. */
  public Company require(Queries queries, CompanyId id) {
    return repository.find(queries, List.of(id)).stream().findFirst().orElseThrow();
  }

  /** Throws {@link Rejection.Invalid} on the field {@code company} where there is none. */
  public Company require(Queries queries, String code) {
    return repository
        .find(queries, code)
        .orElseThrow(() -> new Rejection.Invalid("company", "There is no company “" + code + "”"));
  }
}
