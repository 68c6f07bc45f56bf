package org.vitrine.promises;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.promises.DueLines.FollowedLine;
import org.vitrine.promises.DueLines.LineKey;
import org.vitrine.promises.KeptLineRepository.LineAsOrdered;
import org.vitrine.promises.KeptLineRepository.LineName;

/** The door to what was kept and what was missed: derived from history whenever somebody looks. */
public final class KeptPromises {
  private final Database database;
  private final Companies companies;
  private final DueLines lines;
  private final ZoneId zone;
  private final Clock clock;
  private final KeptLineRepository repository = new KeptLineRepository();

  /**
   * @param zone where the plant is: there days begin
   */
  public KeptPromises(
      Database database, Companies companies, OrderSnapshots snapshots, ZoneId zone, Clock clock) {
    this.database = database;
    this.companies = companies;
    this.lines = new DueLines(snapshots);
    this.zone = zone;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  ZoneId zone() {
    return zone;
  }

  /** By what lines are counted together. */
  enum KeptBy {
    COMPANY,
    PRODUCT,
    ROUTING
  }

  /**
   * Which lines are meant.
   *
   * @param reader whose people ask, of their own lines; absent for staff
   * @param company whose lines
   */
  record KeptWish(
      DueSpan span,
      Optional<CompanyId> reader,
      Optional<CompanyId> company,
      Optional<String> product,
      Optional<String> routing) {
    boolean wants(KeptLine one) {
      return company.filter(wanted -> wanted.value() != one.due().company()).isEmpty()
          && product.filter(wanted -> !wanted.equals(one.productName())).isEmpty()
          && routing.filter(wanted -> !wanted.equals(one.due().routing())).isEmpty();
    }
  }

  KeptReport report(KeptWish wish, Optional<KeptBy> by) {
    List<KeptLine> found = lines(wish);
    Map<Long, Company> buyers = by.equals(Optional.of(KeptBy.COMPANY)) ? buyers(found) : Map.of();
    Map<String, String> names =
        by.map(
                one ->
                    switch (one) {
                      case COMPANY ->
                          buyers.values().stream()
                              .collect(Collectors.toMap(Company::code, Company::name));
                      case PRODUCT -> Map.<String, String>of();
                      case ROUTING -> lines.names(database);
                    })
            .orElse(Map.of());
    Optional<Function<KeptLine, String>> group =
        by.map(
            one ->
                switch (one) {
                  case COMPANY -> line -> buyers.get(line.due().company()).code();
                  case PRODUCT -> KeptLine::productName;
                  case ROUTING -> line -> line.due().routing();
                });
    return KeptReport.of(wish.span(), found, group, names, wish.reader().isEmpty());
  }

  private Map<Long, Company> buyers(Collection<KeptLine> found) {
    Set<CompanyId> ids =
        found.stream()
            .map(line -> new CompanyId(line.due().company()))
            .collect(Collectors.toUnmodifiableSet());
    Map<Long, Company> buyers = new HashMap<>();
    companies.byId(database, ids).forEach((id, company) -> buyers.put(id.value(), company));
    return buyers;
  }

  /**
   * A line behind a number.
   *
   * @param company the code of whose it is
   * @param companyName how that is called
   */
  record ShownLine(
      String order,
      int line,
      String company,
      String companyName,
      LocalizedText product,
      String routing,
      ShownDays days) {}

  /**
   * @param came when the last of it came
   * @param full when as much as was ordered had come
   */
  record ShownDays(
      Optional<LocalDate> first,
      Optional<LocalDate> agreed,
      Optional<LocalDate> came,
      Optional<LocalDate> full) {}

  /**
   * The lines behind a number.
   *
   * @param total how many there are, whatever is shown
   */
  record ShownLines(int total, List<ShownLine> lines) {}

  ShownLines behind(KeptWish wish, LinesBehind figure, int most) {
    List<KeptLine> found =
        lines(wish).stream().filter(line -> figure.holds().test(line, wish.span())).toList();
    Map<Long, Company> buyers = buyers(found);
    return new ShownLines(
        found.size(),
        found.stream()
            .sorted(
                Comparator.comparing(KeptLine::order)
                    .thenComparing(line -> line.line().key().line()))
            .limit(most)
            .map(line -> shown(line, buyers.get(line.due().company())))
            .toList());
  }

  private static ShownLine shown(KeptLine line, Company company) {
    DueLine due = line.due();
    return new ShownLine(
        line.order(),
        line.line().key().line(),
        company.code(),
        company.name(),
        line.product(),
        due.routing(),
        new ShownDays(due.first(), due.agreed(), due.ended(), due.full()));
  }

  /** Those of which either day lies in the span and is over. */
  private List<KeptLine> lines(KeptWish wish) {
    List<FollowedLine> due =
        lines.followed(database, wish.span(), wish.reader()).stream()
            .filter(line -> isDue(line.due(), wish.span()))
            .toList();
    return database
        .onBehalfOf(wish.reader().map(CompanyId::value), queries -> kept(queries, due))
        .stream()
        .filter(wish::wants)
        .toList();
  }

  private static boolean isDue(DueLine due, DueSpan span) {
    return due.first().filter(span::isOver).or(() -> due.agreed().filter(span::isOver)).isPresent();
  }

  private List<KeptLine> kept(Queries queries, List<FollowedLine> due) {
    Set<Long> orders =
        due.stream().map(line -> line.key().order()).collect(Collectors.toUnmodifiableSet());
    Map<LineKey, LineName> names = repository.names(queries, orders);
    Map<LineKey, Long> begun = repository.begun(queries, orders);
    Map<LineKey, List<LineAsOrdered>> written = repository.written(queries, orders);
    return due.stream()
        .filter(line -> names.containsKey(line.key()))
        .map(
            line ->
                new KeptLine(
                    line,
                    names.get(line.key()).order(),
                    names.get(line.key()).product(),
                    Optional.ofNullable(begun.get(line.key())),
                    isRewritten(line, written.getOrDefault(line.key(), List.of()))))
        .toList();
  }

  /**
   * Whether it was added, or its quantity changed, after its order was promised: a date of the
   * order that was named before the line was there tells that, too.
   */
  private static boolean isRewritten(FollowedLine line, List<LineAsOrdered> written) {
    if (written.isEmpty() || line.words().first().isEmpty()) {
      return false;
    }
    long promised = line.words().first().orElseThrow().version();
    return written.getFirst().version() > promised
        || written.stream()
            .filter(one -> one.version() > promised)
            .anyMatch(one -> !one.quantity().equals(quantityAt(written, promised)));
  }

  private static String quantityAt(List<LineAsOrdered> written, long version) {
    return written.stream()
        .filter(one -> one.version() <= version)
        .reduce((one, later) -> later)
        .orElseThrow()
        .quantity();
  }
}
