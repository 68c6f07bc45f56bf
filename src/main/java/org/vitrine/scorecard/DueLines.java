package org.vitrine.scorecard;

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
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.LineState;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.Progress;
import org.vitrine.scorecard.DueLine.CameOn;
import org.vitrine.scorecard.DueLine.DueWord;
import org.vitrine.scorecard.DueLine.OrderedPart;

/** The lines of orders of which something was promised for a month, with what became of them. */
final class DueLines {
  private static final int AT_ONCE = 200;

  private final OrderSnapshots snapshots;
  private final DueLineRepository repository = new DueLineRepository();

  DueLines(OrderSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** A line by its order and its number. */
  record LineKey(long order, int line) {}

  /** What is known at the end of the day on which the month is counted; cancelled lines aside. */
  List<DueLine> of(Queries queries, ScorecardMonth month) {
    Map<Long, List<DueWord>> words = repository.words(queries, month);
    Map<LineKey, OrderedPart> ordered = repository.ordered(queries, words.keySet());
    Map<LineKey, List<CameOn>> came = repository.came(queries, words.keySet(), month.countedOn());
    Map<LineKey, LocalDate> made = made(ordered, came.keySet(), month);
    return ordered.entrySet().stream()
        .map(
            one ->
                DueLine.of(
                    one.getValue(),
                    words.get(one.getKey().order()),
                    came.getOrDefault(one.getKey(), List.of()),
                    Optional.ofNullable(made.get(one.getKey()))))
        .toList();
  }

  /** Of orders of which nothing is said to have left: a plant that says nothing of shipments. */
  private Map<LineKey, LocalDate> made(
      Map<LineKey, OrderedPart> ordered, Set<LineKey> came, ScorecardMonth month) {
    Set<Long> silent = new HashSet<>();
    ordered.keySet().forEach(one -> silent.add(one.order()));
    came.forEach(one -> silent.remove(one.order()));
    Map<LineKey, LocalDate> made = new HashMap<>();
    for (List<Long> some : inParts(silent)) {
      for (OrderSnapshot order :
          snapshots.read(Optional.empty(), some.stream().map(OrderId::new).toList())) {
        order
            .progress()
            .forEach(
                (line, progress) ->
                    finished(progress, month)
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

  private static Optional<LocalDate> finished(Progress progress, ScorecardMonth month) {
    return Optional.of(progress)
        .filter(one -> one.state() == LineState.COMPLETED)
        .flatMap(one -> one.stages().getLast().ended().or(one::heardAt))
        .map(at -> LocalDate.ofInstant(at, month.zone()))
        .filter(day -> !day.isAfter(month.countedOn()));
  }

  /** What routings are called, by their codes. */
  Map<String, String> names(Queries queries) {
    return repository.names(queries);
  }
}
