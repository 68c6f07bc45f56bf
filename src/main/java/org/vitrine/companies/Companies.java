package org.vitrine.companies;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.ZoneNames;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Language;

/** The door to who buys. */
public final class Companies {
  private static final int MOST = 10_000;
  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

  private final Database database;
  private final Changes changes;
  private final Clock clock;
  private final CompanyRepository repository = new CompanyRepository();
  private final AgreedRepository agreements = new AgreedRepository();

  public Companies(Database database, Changes changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * What somebody says of a company.
   *
   * @param language absent where it stays as it is, empty where nobody says it any more
   * @param zone the same
   */
  public record SaveCompany(
      String name, CompanyKind kind, Tier tier, Optional<String> language, Optional<String> zone) {
    public SaveCompany {
      if (name == null || name.isBlank() || name.length() > 200) {
        throw new Rejection.Invalid("name", "A company name must have 1 to 200 characters");
      }
      kind = kind == null ? CompanyKind.CUSTOMER : kind;
      tier = tier == null ? Tier.STANDARD : tier;
      language.filter(tag -> !tag.isEmpty()).ifPresent(SaveCompany::requireLanguage);
      zone.filter(one -> !one.isEmpty()).ifPresent(one -> ZoneNames.require("zone", one));
    }

    private static void requireLanguage(String tag) {
      if (Language.of(tag).isEmpty()) {
        throw new Rejection.Invalid("language", "A language must be en or zh-CN");
      }
    }

    public SaveCompany(String name, CompanyKind kind, Tier tier) {
      this(name, kind, tier, Optional.empty(), Optional.empty());
    }
  }

  /**
   * What became of a company that was saved.
   *
   * @param changed by name, what it was before and what it is now
   */
  public record SavedCompany(KeptCompany kept, SaveOutcome outcome, Map<String, Object> changed) {
    public static SavedCompany unchanged(KeptCompany kept) {
      return new SavedCompany(kept, SaveOutcome.UNCHANGED, Map.of());
    }

    public Company company() {
      return kept.company();
    }
  }

  /** Creates the company or changes it; the same again changes nothing. */
  public SavedCompany save(String code, SaveCompany wanted) {
    return database.inTransaction(
        transaction -> {
          Optional<KeptCompany> before = lock(transaction, code);
          return before.filter(meant -> heardBefore(transaction, code, meant, wanted)).isPresent()
              ? SavedCompany.unchanged(before.get())
              : save(transaction, code, before, wanted, CompanyAct.OF_THE_HOUSE);
        });
  }

  /** The company of this code, which stays as it is until the transaction ends. */
  public Optional<KeptCompany> lock(Queries transaction, String code) {
    return canBe(code) ? repository.lock(transaction, code) : Optional.empty();
  }

  /**
   * Whether a program says, under the code of a company that has become part of another, what it
   * said last under it: that is no news of the other. What it says is remembered.
   */
  public boolean heardBefore(
      Queries transaction, String code, KeptCompany meant, SaveCompany wanted) {
    return !meant.company().code().equals(code)
        && !repository.sayUnder(transaction, code, wanted)
        && wanted.language().isEmpty()
        && wanted.zone().isEmpty();
  }

  /**
   * The same in the transaction of whoever keeps more of it.
   *
   * @param before as it was locked
   */
  public SavedCompany save(
      Queries transaction,
      String code,
      Optional<KeptCompany> before,
      SaveCompany wanted,
      CompanyAct act) {
    if (before.isEmpty()) {
      KeptCompany begun = begun(transaction, code, wanted);
      boolean somebodyWasQuicker = begun.version() > 0;
      return change(
          transaction, somebodyWasQuicker ? Optional.of(begun) : before, begun.with(wanted), act);
    }
    return change(transaction, before, before.get().with(wanted), act);
  }

  private SavedCompany change(
      Queries transaction, Optional<KeptCompany> before, KeptCompany after, CompanyAct act) {
    Map<String, Object> changed = after.changedFrom(before);
    changed.putAll(act.besides());
    if (changed.isEmpty()) {
      return new SavedCompany(after, SaveOutcome.UNCHANGED, changed);
    }
    KeptCompany kept = repository.change(transaction, after);
    agreements.add(transaction, kept, clock.instant(), act.by(), changed);
    tell(transaction, before, kept);
    return new SavedCompany(
        kept, before.isEmpty() ? SaveOutcome.CREATED : SaveOutcome.CHANGED, changed);
  }

  private KeptCompany begun(Queries transaction, String code, SaveCompany wanted) {
    if (!canBe(code)) {
      throw new Rejection.Invalid(
          "code", "A company code must have 1 to 40 letters, digits, dots, dashes or underscores");
    }
    if (repository.count(transaction) >= MOST) {
      throw new Rejection.Conflict("The limit of %,d companies has been reached".formatted(MOST));
    }
    return repository
        .begin(transaction, code, wanted, clock.instant())
        .orElseThrow(
            () ->
                new Rejection.Unavailable(
                    "The company is being changed; try again in a second", A_MOMENT));
  }

  /** What of a company another room keeps has changed: it is said in its history, and told. */
  public void changedBesides(Queries transaction, CompanyId company, CompanyAct act) {
    KeptCompany kept = repository.raise(transaction, company);
    agreements.add(transaction, kept, clock.instant(), act.by(), act.besides());
    tell(transaction, Optional.of(kept), kept);
  }

  private void tell(Queries transaction, Optional<KeptCompany> before, KeptCompany after) {
    CompanyChange change = new CompanyChange(before.map(KeptCompany::company), after.company());
    changes.record(transaction, List.of(change.asChange()));
  }

  /** Who changed it last; nothing where nobody has since the history is kept. */
  public Optional<LastChange> lastChange(Queries queries, CompanyId company) {
    return agreements.last(queries, company);
  }

  public List<Company> all() {
    return repository.list(database);
  }

  public Optional<Company> find(CompanyId id) {
    return repository.find(database, List.of(id)).stream().findFirst();
  }

  /** Nothing where no company has this code. */
  public Optional<Company> find(String code) {
    return canBe(code) ? repository.find(database, code) : Optional.empty();
  }

  /** Throws {@link Rejection.Invalid} on the field {@code company} where no company has it. */
  public Company require(String code) {
    return find(code).orElseThrow(() -> noSuch(code));
  }

  private static Rejection noSuch(String code) {
    return new Rejection.Invalid("company", "There is no company “%s”".formatted(Excerpt.of(code)));
  }

  private static boolean canBe(String code) {
    return CODE.matcher(code).matches();
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

  /** The companies of these keys, by them. */
  public Map<CompanyId, Company> byId(Queries queries, Collection<CompanyId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : repository.find(queries, ids).stream()
            .collect(Collectors.toMap(Company::id, Function.identity()));
  }

  /** Those of these codes that lead to a company. */
  public Set<String> known(Collection<String> codes) {
    return repository.findAll(database, codes).keySet();
  }

  /** Throws {@link Rejection.Invalid} on the field {@code companies} where one is not there. */
  public List<Company> requireAll(Collection<String> codes) {
    Map<String, Company> found = repository.findAll(database, codes);
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

  /**
   * The company of this code, which becomes a part of no other until the transaction ends. Throws
   * as {@link #require(Queries, String)} does.
   */
  public Company hold(Queries transaction, String code) {
    return repository
        .hold(transaction, code)
        .or(() -> repository.hold(transaction, code))
        .orElseThrow(() -> noSuch(code));
  }

  /** Throws {@link Rejection.Invalid} on the field {@code company} where there is none. */
  public Company require(Queries queries, String code) {
    return repository.find(queries, code).orElseThrow(() -> noSuch(code));
  }
}
