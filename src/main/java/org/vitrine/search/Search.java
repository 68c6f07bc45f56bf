package org.vitrine.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.companies.CompanyId;
import org.vitrine.feature.SearchSource;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.search.SearchRepository.Reach;

/** The door to finding anything: what somebody looks for among what they may see. */
public final class Search {
  /** So many of what somebody opened are kept. */
  static final int OPENED_AT_MOST = 50;

  /** However many there are of one kind, so many of each other are shown beside them. */
  private static final int OF_EACH_KIND = 3;

  private final Database database;
  private final List<SearchSource> sources;
  private final Clock clock;
  private final SearchRepository repository = new SearchRepository();
  private final OpenedRepository opened = new OpenedRepository();

  public Search(Database database, List<SearchSource> sources, Clock clock) {
    this.database = database;
    this.sources = List.copyOf(sources);
    this.clock = clock;
  }

  /** What was found, the best first. */
  record FoundList(List<SearchHit> found) {}

  /** All kinds, as their sources call them. */
  List<String> kinds() {
    return sources.stream().map(SearchSource::kind).toList();
  }

  /**
   * @param company for which a contact works; absent for staff, who find everybody's
   * @param kinds of which kinds; empty where of all
   */
  FoundList find(
      Caller.SignedIn person,
      Optional<CompanyId> company,
      String text,
      Collection<String> kinds,
      int limit) {
    LookedFor lookedFor = LookedFor.in(text);
    if (text.isBlank()) {
      Reach reach = ofAll(person, company);
      return new FoundList(
          onBehalfOf(company, queries -> opened.last(queries, person.id(), reach, limit)));
    }
    if (lookedFor.isNothing()) {
      return new FoundList(List.of());
    }
    List<SearchHit> hits = new ArrayList<>();
    for (Reach reach : reaches(person, company, kinds)) {
      Map<Long, Integer> fits = repository.candidates(database, lookedFor, reach, limit);
      hits.addAll(onBehalfOf(company, queries -> repository.show(queries, fits, reach)));
    }
    return new FoundList(best(hits, limit));
  }

  /** Somebody has opened the page at this address: it is what they look for next, most likely. */
  void open(Caller.SignedIn person, Optional<CompanyId> company, String address) {
    Reach reach = ofAll(person, company);
    Function<Queries, Object> keep =
        transaction -> {
          opened.keep(transaction, person.id(), reach, address, clock.instant());
          return null;
        };
    if (company.isPresent()) {
      database.inTransactionOnBehalfOf(company.get().value(), keep);
    } else {
      database.inTransaction(keep);
    }
  }

  /** The kinds of which somebody finds all there are. */
  private Reach ofAll(Caller.SignedIn person, Optional<CompanyId> company) {
    return reaches(person, company, List.of()).stream()
        .filter(reach -> reach.among().isEmpty())
        .findFirst()
        .orElseGet(() -> new Reach(List.of(), company, Optional.empty()));
  }

  /** One for the kinds of which somebody finds all, and one for each other. */
  private List<Reach> reaches(
      Caller.SignedIn person, Optional<CompanyId> company, Collection<String> kinds) {
    Map<Optional<Set<CompanyId>>, List<String>> reached = new LinkedHashMap<>();
    sources.stream()
        .filter(source -> source.foundWith().stream().anyMatch(person::may))
        .filter(source -> kinds.isEmpty() || kinds.contains(source.kind()))
        .forEach(
            source ->
                reached
                    .computeIfAbsent(
                        source.narrowedTo(database, person), among -> new ArrayList<>())
                    .add(source.kind()));
    return reached.entrySet().stream()
        .filter(one -> !one.getKey().equals(Optional.of(Set.of())))
        .map(one -> new Reach(one.getValue(), company, one.getKey()))
        .toList();
  }

  private <T> T onBehalfOf(Optional<CompanyId> company, Function<Queries, T> work) {
    return database.onBehalfOf(company.map(CompanyId::value), work);
  }

  /** The same thing may be found by several entries, such as an order by its work orders. */
  private static List<SearchHit> best(List<SearchHit> hits, int limit) {
    Map<String, SearchHit> once = new LinkedHashMap<>();
    hits.stream()
        .sorted(SearchHit.BEST_FIRST)
        .forEach(hit -> once.putIfAbsent(hit.kind() + hit.address() + hit.title(), hit));
    return shared(List.copyOf(once.values()), limit);
  }

  /** The best; but a few of each kind, so that one company is found among its thousand orders. */
  static List<SearchHit> shared(List<SearchHit> ranked, int limit) {
    Map<String, Long> kinds =
        ranked.stream().collect(Collectors.groupingBy(SearchHit::kind, Collectors.counting()));
    long each = Math.max(1, Math.min(OF_EACH_KIND, limit / Math.max(1, kinds.size())));
    Map<String, Integer> taken = new LinkedHashMap<>();
    List<SearchHit> chosen = new ArrayList<>();
    List<SearchHit> others = new ArrayList<>();
    for (SearchHit hit : ranked) {
      (taken.merge(hit.kind(), 1, Integer::sum) <= each ? chosen : others).add(hit);
    }
    others.stream().limit(Math.max(0, limit - chosen.size())).forEach(chosen::add);
    return chosen.stream().sorted(SearchHit.BEST_FIRST).limit(limit).toList();
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add("what was opened long ago", () -> opened.forget(database, OPENED_AT_MOST));
  }
}
