package org.vitrine.promises;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.LineState;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.Progress;
import org.vitrine.promises.DueLine.CameOn;
import org.vitrine.promises.DueLine.OrderedPart;

/**
 * The lines of orders of which something was promised for some days, with what became of them: the
 * one place that says what was first promised, what was agreed and what was kept.
 */
public final class DueLines {
  private static final int AT_ONCE = 200;

  private final OrderSnapshots snapshots;
  private final DueLineRepository repository = new DueLineRepository();

  public DueLines(OrderSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** A line by its order and its number. */
  record LineKey(long order, int line) {}

  /**
   * A line with all that is known of it.
   *
   * @param words what was said of its day
   */
  record FollowedLine(LineKey key, DueLine due, DueWords words) {}

  /** What the database knows of lines, by their orders and by themselves. */
  private record KnownLines(
      Map<Long, List<DueWord>> words,
      Map<LineKey, OrderedPart> ordered,
      Map<LineKey, List<CameOn>> came) {}

  /**
   * What is known at the end of the day on which it is counted; cancelled lines and examples aside.
   */
  public List<DueLine> of(Queries queries, DueSpan span) {
    return followed(known(queries, span, Optional.empty()), span, Optional.empty()).stream()
        .map(FollowedLine::due)
        .toList();
  }

  /**
   * @param company whose lines, asked behind its wall; of all where absent
   */
  List<FollowedLine> followed(Database database, DueSpan span, Optional<CompanyId> company) {
    KnownLines known =
        database.onBehalfOf(
            company.map(CompanyId::value), queries -> known(queries, span, company));
    return followed(known, span, company);
  }

  private KnownLines known(Queries queries, DueSpan span, Optional<CompanyId> company) {
    Map<Long, List<DueWord>> words = repository.words(queries, span, company);
    if (company.isEmpty()) {
      words.keySet().removeAll(repository.examples(queries, words.keySet()));
    }
    return new KnownLines(
        words,
        repository.ordered(queries, words.keySet()),
        repository.came(queries, words.keySet(), span.countedOn()));
  }

  private List<FollowedLine> followed(KnownLines known, DueSpan span, Optional<CompanyId> company) {
    Map<LineKey, LocalDate> made = made(known.ordered(), known.came().keySet(), span, company);
    return known.ordered().entrySet().stream()
        .map(
            one -> {
              LineKey key = one.getKey();
              List<DueWord> said = known.words().get(key.order());
              return new FollowedLine(
                  key,
                  DueLine.of(
                      one.getValue(),
                      said,
                      known.came().getOrDefault(key, List.of()),
                      Optional.ofNullable(made.get(key))),
                  DueWords.on(key.line(), said));
            })
        .toList();
  }

  /** Of orders of which nothing is said to have left: a plant that says nothing of shipments. */
  private Map<LineKey, LocalDate> made(
      Map<LineKey, OrderedPart> ordered,
      Set<LineKey> came,
      DueSpan span,
      Optional<CompanyId> company) {
    Set<Long> silent = new HashSet<>();
    ordered.keySet().forEach(one -> silent.add(one.order()));
    came.forEach(one -> silent.remove(one.order()));
    Map<LineKey, LocalDate> made = new HashMap<>();
    for (List<Long> some : inParts(silent)) {
      for (OrderSnapshot order :
          snapshots.read(company, some.stream().map(OrderId::new).toList())) {
        order
            .progress()
            .forEach(
                (line, progress) ->
                    finished(progress, span)
                        .ifPresent(
                            day -> made.put(new LineKey(order.order().id().value(), line), day)));
      }
    }
    return made;
  }

  private static List<List<Long>> inParts(Collection<Long> all) {
    List<Long> list = new ArrayList<>(all);
    return IntStream.iterate(0, from -> from < list.size(), from -> from + AT_ONCE)
        .mapToObj(from -> list.subList(from, Math.min(list.size(), from + AT_ONCE)))
        .toList();
  }

  private static Optional<LocalDate> finished(Progress progress, DueSpan span) {
    return Optional.of(progress)
        .filter(one -> one.state() == LineState.COMPLETED)
        .flatMap(one -> one.stages().getLast().ended().or(one::heardAt))
        .map(at -> LocalDate.ofInstant(at, span.zone()))
        .filter(day -> !day.isAfter(span.countedOn()));
  }

  /** What routings are called, by their codes. */
  public Map<String, String> names(Queries queries) {
    return repository.names(queries);
  }
}
