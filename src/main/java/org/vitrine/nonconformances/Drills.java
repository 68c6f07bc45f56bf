package org.vitrine.nonconformances;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.access.Actor;
import org.vitrine.nonconformances.Drill.DrillGap;
import org.vitrine.nonconformances.Drill.DrillResult;
import org.vitrine.nonconformances.Drill.DrillStart;
import org.vitrine.nonconformances.Drill.GapAnswer;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.traceability.Affected;
import org.vitrine.traceability.Affected.Location;
import org.vitrine.traceability.Criteria;
import org.vitrine.traceability.Impact;
import org.vitrine.traceability.Traces;

/**
 * The door to drills: each half-year a lot is drawn by chance among those that left, and somebody
 * finds out where all of it is. What takes too long, or stays unknown, is seen before it matters.
 */
public final class Drills {
  /** The kind under which other rooms hear of them. */
  public static final String KIND = "drill";

  private static final int MOST_LISTED = 100;
  private static final int MOST_GAPS = 500;

  private final Database database;
  private final Changes changes;
  private final Traces traces;
  private final ZoneId zone;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final DrillRepository repository = new DrillRepository();

  /**
   * @param zone where the plant is: there half-years begin
   */
  public Drills(Database database, Changes changes, Traces traces, ZoneId zone, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.traces = traces;
    this.zone = zone;
    this.clock = clock;
  }

  private Instant now() {
    return Json.asRead(clock.instant());
  }

  /** Draws the lot of this half-year, once; nothing where none has left yet. */
  void draw() {
    LocalDate today = Drill.day(now(), zone);
    String half = Drill.half(today);
    if (repository.isDrawn(database, half)) {
      return;
    }
    database.inTransaction(
        transaction -> {
          traces
              .shippedLot(transaction, random::nextLong)
              .flatMap(
                  lot -> repository.draw(transaction, half, Drill.endOfHalf(today), lot, now()))
              .ifPresent(id -> tell(transaction, id));
          return null;
        });
  }

  private void tell(Queries transaction, long drill) {
    changes.record(
        transaction, List.of(new Change(KIND, String.valueOf(drill), 0, Optional.empty())));
  }

  /** A drill that waits for somebody. */
  public record DueDrill(long id, String lot, LocalDate due, boolean started) {}

  /** Those of which not all is known yet, the oldest first. */
  public List<DueDrill> due(Queries queries) {
    return repository.open(queries).stream()
        .map(one -> new DueDrill(one.id(), one.lot(), one.due(), one.started().isPresent()))
        .toList();
  }

  List<Drill> all() {
    return repository.all(database, MOST_LISTED);
  }

  /** A drill with what could not be shown of its lot. */
  record DrillPage(Drill drill, List<DrillGap> gaps) {}

  DrillPage page(long id) {
    return page(database, id).orElseThrow(Drills::nothing);
  }

  /** Nothing where there is no such drill. */
  private Optional<DrillPage> page(Database asked, long id) {
    return asked.inTransaction(
        queries ->
            repository
                .find(queries, id)
                .map(drill -> new DrillPage(drill, repository.gaps(queries, id))));
  }

  private static Rejection nothing() {
    return new Rejection.NotFound("There is no such drill");
  }

  /** The clock runs from now on: what the lot reaches is found, and what is not known of it. */
  void start(long id, Actor by) {
    database.inTransaction(
        transaction -> {
          Drill drill = repository.lock(transaction, id).orElseThrow(Drills::nothing);
          if (drill.started().isPresent()) {
            throw new Rejection.Conflict("It was started before");
          }
          Instant began = now();
          Impact impact =
              traces.impact(
                  transaction, new Criteria(List.of(drill.lot()), null, null, null, null));
          List<DrillGap> gaps = gaps(impact);
          List<DrillGap> asked = gaps.subList(0, Math.min(gaps.size(), MOST_GAPS));
          repository.add(transaction, id, asked);
          DrillResult found = result(impact, gaps.size(), gaps.size() - asked.size());
          Drill started = drill.started(new DrillStart(began, by.name()), found);
          repository.save(transaction, asked.isEmpty() ? started.traced(now()) : started);
          tell(transaction, id);
          return null;
        });
  }

  /** Each thing once, however often some of it left. */
  private static List<DrillGap> gaps(Impact impact) {
    Map<Long, Affected> unknown =
        impact.unknown().stream()
            .collect(
                Collectors.toMap(
                    Affected::node, Function.identity(), (one, other) -> one, TreeMap::new));
    List<DrillGap> gaps = new ArrayList<>();
    for (Affected one : unknown.values()) {
      gaps.add(
          new DrillGap(
              gaps.size() + 1,
              one.kind().code(),
              one.code(),
              one.order().map(Object::toString),
              Optional.empty()));
    }
    return gaps;
  }

  private static DrillResult result(Impact impact, int gaps, int beyond) {
    Collection<Affected> known = impact.known();
    return new DrillResult(
        count(known, one -> true),
        count(known, one -> one.where() == Location.HOUSE),
        count(known, one -> one.where() == Location.ROAD),
        count(known, one -> one.where() == Location.CUSTOMER),
        (int)
            Stream.concat(known.stream(), impact.unknown().stream())
                .flatMap(one -> one.company().stream())
                .distinct()
                .count(),
        gaps,
        beyond);
  }

  private static int count(Collection<Affected> things, Predicate<Affected> which) {
    return (int) things.stream().filter(which).map(Affected::node).distinct().count();
  }

  /**
   * What somebody found out of gaps.
   *
   * @param gaps by their places
   * @param answer affected, free or unknown
   * @param note how they know
   */
  record AnswerGaps(List<Integer> gaps, GapAnswer answer, String note) {
    AnswerGaps {
      if (gaps == null || gaps.isEmpty() || gaps.size() > MOST_GAPS || gaps.contains(null)) {
        throw new Rejection.Invalid("gaps", "Say which, by their places");
      }
      if (answer == null) {
        throw new Rejection.Invalid("answer", "Say affected, free or unknown");
      }
      note = NonconformanceCost.note("note", note).orElse(null);
      gaps = List.copyOf(gaps);
    }
  }

  /** With the last answer all is traced, and the clock stops. */
  void answer(long id, AnswerGaps wanted, Actor by) {
    database.inTransaction(
        transaction -> {
          Drill drill = repository.lock(transaction, id).orElseThrow(Drills::nothing);
          if (drill.started().isEmpty() || drill.tracedAt().isPresent()) {
            throw new Rejection.Conflict("It is not under way");
          }
          Set<Integer> known = new HashSet<>();
          repository.gaps(transaction, id).forEach(gap -> known.add(gap.place()));
          if (!known.containsAll(wanted.gaps())) {
            throw new Rejection.Invalid("gaps", "One of these is not there");
          }
          repository.answer(
              transaction,
              id,
              wanted.gaps(),
              wanted.answer(),
              Optional.ofNullable(wanted.note()),
              now(),
              by);
          if (repository.gaps(transaction, id).stream()
              .allMatch(gap -> gap.answered().isPresent())) {
            repository.save(transaction, drill.traced(now()));
          }
          tell(transaction, id);
          return null;
        });
  }
}
