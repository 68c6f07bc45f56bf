package org.vitrine.production;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.Line;
import org.vitrine.orders.Promise;
import org.vitrine.production.Outlook.Dates;

/**
 * By when an order's lines are promised.
 *
 * <ul>
 *   <li>A line without a date of its own goes by the order's.
 *   <li>Lines that are completed or cancelled no longer count, unless nothing else is left: then
 *       they say what had been promised.
 * </ul>
 *
 * @param lines by their number
 * @param ownDates true where a line has a date of its own
 */
public record DueDates(Map<Integer, LineDue> lines, boolean ownDates) {
  /**
   * A date is at risk whose chance of being kept is below so many percent, if no other is agreed.
   */
  public static final int AT_RISK_BELOW = 70;

  /**
   * By when one line is promised, and how likely that is.
   *
   * @param lateFrom when its day is over where the plant is; absent where nothing more is expected,
   *     or all of it was delivered by then
   * @param forecast when it is ready; absent where all of it has left
   * @param likelyLateFrom from when it is likely to come after its day: since that was heard of, or
   *     since some of it left that is expected at its customer's later
   * @param atRiskFrom from when its day is at risk, since that was heard of or said
   * @param mayComeLate true where the last days of its forecast lie after its day, or, where that
   *     was learned, where its day is at risk
   * @param chance how likely it is ready by the end of its day, from 0 to 1; absent where there is
   *     no forecast or no day
   */
  public record LineDue(
      LineState state,
      Optional<Promise> promise,
      Optional<Instant> lateFrom,
      Optional<Dates> forecast,
      Optional<Instant> likelyLateFrom,
      Optional<Instant> atRiskFrom,
      boolean mayComeLate,
      Optional<Double> chance) {
    private static final double PERCENT = 100;
    private static final double LEAST = 0.01;
    private static final double MOST = 0.99;

    private static LineDue of(
        Progress progress,
        Optional<Promise> promise,
        LineTransport transport,
        Optional<Instant> heardAt,
        Optional<LineFinish> finish,
        ZoneId plantZone) {
      Optional<LocalDate> day = promise.flatMap(Promise::current);
      Optional<LineFinish> expected = finish.filter(ready -> !transport.hasLeft());
      Optional<Dates> forecast = expected.map(ready -> Dates.of(ready.forecast(), plantZone));
      Optional<Double> chance =
          day.flatMap(on -> expected.map(ready -> ready.chance(Outlook.endOf(on, plantZone))))
              .map(LineDue::told);
      boolean isAtRisk = isBelow(chance, AT_RISK_BELOW) && progress.state().isOpen();
      Stream<Instant> madeLate =
          forecast.filter(ready -> isAfter(ready.likely(), day)).stream()
              .flatMap(late -> heardAt.stream());
      Stream<Instant> arrivesLate =
          day.flatMap(transport::leftToArriveAfter).stream()
              .map(left -> left.atStartOfDay(plantZone).toInstant());
      return new LineDue(
          progress.state(),
          promise,
          day.filter(on -> progress.state().isOpen() && !transport.hasArrivedBy(on))
              .map(on -> Outlook.endOf(on, plantZone)),
          forecast,
          Stream.concat(madeLate, arrivesLate)
              .min(Instant::compareTo)
              .filter(late -> progress.state() != LineState.CANCELLED)
              .map(known -> later(known, promise.orElseThrow().saidAt())),
          heardAt
              .filter(any -> isAtRisk)
              .map(heard -> later(heard, promise.orElseThrow().saidAt())),
          expected.filter(ready -> ready.forecast().basis().learned()).isPresent()
              ? isBelow(chance, AT_RISK_BELOW)
              : forecast.filter(ready -> isAfter(ready.latest(), day)).isPresent(),
          chance);
    }

    /** In whole percent, and never certain either way. */
    private static double told(double chance) {
      return Math.round(Math.clamp(chance, LEAST, MOST) * PERCENT) / PERCENT;
    }

    /**
     * The one rule by which a date is at risk, for lists, the first page and whoever decides.
     *
     * @param percent as was agreed with the customer
     */
    public static boolean isBelow(Optional<Double> chance, int percent) {
      return chance.filter(kept -> kept < percent / PERCENT).isPresent();
    }

    private static boolean isAfter(LocalDate one, Optional<LocalDate> day) {
      return day.filter(one::isAfter).isPresent();
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }

    /** The same, of which nothing more is expected. */
    private LineDue over() {
      return new LineDue(
          state,
          promise,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty());
    }

    public Optional<LocalDate> date() {
      return promise.flatMap(Promise::current);
    }

    public boolean isToBeConfirmed() {
      return promise.filter(Promise::isToBeConfirmed).isPresent();
    }
  }

  /**
   * @param expected false of an order of which nothing more is
   */
  static DueDates of(
      OrderSnapshot snapshot,
      Map<Integer, Progress> lines,
      Map<Integer, LineTransport> transports,
      Optional<Instant> heardAt,
      Map<Integer, LineFinish> finishes,
      boolean expected,
      ZoneId plantZone) {
    Map<Integer, LineDue> due = new LinkedHashMap<>();
    for (Line ordered : snapshot.order().lines()) {
      int number = ordered.number();
      LineDue line =
          LineDue.of(
              lines.get(number),
              snapshot.promises().of(number),
              transports.get(number),
              heardAt,
              Optional.ofNullable(finishes.get(number)),
              plantZone);
      due.put(number, expected ? line : line.over());
    }
    return new DueDates(
        due, due.keySet().stream().anyMatch(snapshot.promises().ofLines()::containsKey));
  }

  /** The first day for which something is promised that is still to come. */
  public Optional<LocalDate> next() {
    return days().min(LocalDate::compareTo);
  }

  /** The last such day. */
  public Optional<LocalDate> last() {
    return days().max(LocalDate::compareTo);
  }

  /** How many of the lines that count have a date that is to be confirmed. */
  public int toBeConfirmed() {
    return (int) counting().stream().filter(LineDue::isToBeConfirmed).count();
  }

  /** What all of them go by, where that is one promise. */
  public Optional<Promise> common() {
    List<Optional<Promise>> promises =
        counting().stream().map(LineDue::promise).distinct().toList();
    return promises.size() == 1 ? promises.getFirst() : Optional.empty();
  }

  /** Whether one day, or none, is not all that there is to say. */
  public boolean sayMore() {
    return ownDates || lines.values().stream().anyMatch(LineDue::isToBeConfirmed);
  }

  /** When the first of them is late. */
  Optional<Instant> lateFrom() {
    return lines.values().stream()
        .flatMap(line -> line.lateFrom().stream())
        .min(Instant::compareTo);
  }

  /** From when a line is likely to come after its day. */
  public Optional<Instant> likelyLateFrom() {
    return lines.values().stream()
        .flatMap(line -> line.likelyLateFrom().stream())
        .min(Instant::compareTo);
  }

  /** From when the day of a line is at risk. */
  Optional<Instant> atRiskFrom() {
    return lines.values().stream()
        .flatMap(line -> line.atRiskFrom().stream())
        .min(Instant::compareTo);
  }

  /** Whether the last days of a line's forecast lie after its day. */
  boolean mayComeLate() {
    return open().anyMatch(LineDue::mayComeLate);
  }

  private Stream<LineDue> open() {
    return lines.values().stream().filter(line -> line.state().isOpen());
  }

  private Stream<LocalDate> days() {
    return counting().stream().flatMap(line -> line.date().stream());
  }

  private Collection<LineDue> counting() {
    List<LineDue> open = open().toList();
    if (!open.isEmpty()) {
      return open;
    }
    List<LineDue> standing =
        lines.values().stream().filter(line -> line.state() != LineState.CANCELLED).toList();
    return standing.isEmpty() ? lines.values() : standing;
  }
}
