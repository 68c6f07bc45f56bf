package org.vitrine.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.Companies.SavedCompany;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.people.CompanyDesk.CompanyKeeper;
import org.vitrine.people.CompanyListRepository.CompanySearch;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Companies over HTTP. */
final class CompanyRoutes implements Routes {
  private static final int A_PAGE = 100;
  private static final int MOST_AT_ONCE = 1_000;

  private final CompanyReader reader;
  private final CompanyDesk desk;
  private final MergeDesk merges;
  private final Guards guards;

  CompanyRoutes(CompanyReader reader, CompanyDesk desk, MergeDesk merges, Guards guards) {
    this.reader = reader;
    this.desk = desk;
    this.merges = merges;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard staff = guards.may(Permission.READ_PLANT);
    Endpoint.Guard mergers = guards.may(Permission.MERGE_COMPANIES);
    return List.of(
        Routes.get("/api/companies", staff, this::list),
        Routes.get("/api/companies/:code", staff, this::show),
        Routes.get("/api/companies/:code/agreed", staff, this::agreed),
        Routes.put("/api/companies/:code", guards.may(Permission.KEEP_COMPANIES), this::save),
        Routes.get("/api/companies/:code/merge/preview", mergers, this::preview),
        Routes.post("/api/companies/:code/merge", mergers, this::merge),
        Routes.get("/api/account-managers", staff, this::managers));
  }

  /**
   * What somebody says of a company.
   *
   * @param managers who looks after it, by their keys; absent where that stays as it is
   */
  record WrittenCompany(
      String name,
      CompanyKind kind,
      Tier tier,
      Optional<String> language,
      Optional<String> zone,
      Optional<List<Long>> managers) {
    SaveCompany content() {
      return new SaveCompany(name, kind, tier, language, zone);
    }
  }

  /** What became of a company that was sent. */
  record CompanyAnswer(String code, SaveOutcome outcome, long version) {}

  private void list(Exchange exchange) {
    exchange.onlyQueries("q", "tier", "kind", "manager", "after", "limit");
    Paging paging = exchange.paging(A_PAGE, MOST_AT_ONCE);
    exchange.reply(
        reader.page(
            paging,
            new CompanySearch(
                exchange.query("q").filter(text -> !text.isBlank()),
                wanted(exchange, "tier", Tier.values()),
                wanted(exchange, "kind", CompanyKind.values()),
                exchange.number("manager", Long.MAX_VALUE),
                paging.after(),
                paging.looked())));
  }

  private static <E extends Enum<E>> Optional<E> wanted(
      Exchange exchange, String name, E[] values) {
    return exchange
        .query(name)
        .filter(text -> !text.isBlank())
        .map(
            text ->
                Arrays.stream(values)
                    .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new Rejection.Invalid(
                                name, "There is no %s “%s”".formatted(name, Excerpt.of(text)))));
  }

  private void show(Exchange exchange) {
    exchange.reply(reader.require(exchange.path("code")));
  }

  private void agreed(Exchange exchange) {
    exchange.onlyQueries("after", "limit");
    exchange.reply(reader.agreed(exchange.path("code"), exchange.paging(A_PAGE, A_PAGE)));
  }

  private void save(Exchange exchange) {
    WrittenCompany written = exchange.body(WrittenCompany.class);
    SavedCompany saved =
        desk.save(
            new CompanyKeeper(
                exchange.caller(Caller.class), guards.actor(exchange), exchange.startedFrom()),
            exchange.path("code"),
            written.content(),
            written.managers());
    exchange.reply(
        saved.outcome() == SaveOutcome.CREATED ? 201 : 200,
        new CompanyAnswer(saved.company().code(), saved.outcome(), saved.kept().version()));
  }

  private void preview(Exchange exchange) {
    exchange.onlyQueries("into");
    String into =
        exchange
            .query("into")
            .orElseThrow(() -> new Rejection.Invalid("into", "Say into which company"));
    exchange.reply(merges.preview(exchange.path("code"), into));
  }

  /**
   * Which company another is to become a part of.
   *
   * @param into its code
   */
  record MergeCompany(String into) {
    MergeCompany {
      if (into == null) {
        throw new Rejection.Invalid("into", "Say into which company");
      }
    }
  }

  private void merge(Exchange exchange) {
    MergeCompany wanted = exchange.body(MergeCompany.class);
    guards.requireRecentProof(exchange);
    exchange.reply(
        merges.merge(
            exchange.caller(Caller.class),
            guards.actor(exchange),
            exchange.path("code"),
            wanted.into()));
  }

  /**
   * Who can look after companies.
   *
   * @param you the key of whoever asks, where they are one
   */
  record AccountManagers(List<CompanyManager> managers, Optional<Long> you) {}

  private void managers(Exchange exchange) {
    List<CompanyManager> managers = reader.managers();
    Optional<Long> asking =
        exchange.caller(Caller.class) instanceof Caller.SignedIn person
            ? Optional.of(person.id())
            : Optional.empty();
    exchange.reply(
        new AccountManagers(
            managers,
            asking.filter(id -> managers.stream().anyMatch(manager -> manager.id() == id))));
  }
}
