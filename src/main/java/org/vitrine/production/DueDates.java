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
   * By when one line is promised, and how likely that is.
   *
   * @param lateFrom when its day is over where the plant is; absent where nothing more is expected
   */
  public record LineDue(
      LineState state,
      Optional<Promise> promise,
      Optional<Instant> lateFrom,
      Optional<Dates> forecast) {
    private static LineDue of(
        Progress progress, Optional<Promise> promise, boolean expected, ZoneId plantZone) {
      return new LineDue(
          progress.state(),
          promise,
          promise
              .flatMap(Promise::current)
              .filter(day -> expected && progress.state().isOpen())
              .map(day -> Outlook.endOf(day, plantZone)),
          progress.forecast().map(forecast -> Dates.of(forecast, plantZone)));
    }

    public Optional<LocalDate> date() {
      return promise.flatMap(Promise::current);
    }

    public boolean isToBeConfirmed() {
      return promise.filter(Promise::isToBeConfirmed).isPresent();
    }

    private boolean isLikelyLate() {
      return forecast.filter(dates -> isAfter(dates.likely())).isPresent();
    }

    private boolean isPerhapsLate() {
      return forecast.filter(dates -> isAfter(dates.latest())).isPresent();
    }

    private boolean isAfter(LocalDate day) {
      return date().filter(day::isAfter).isPresent();
    }
  }

  /**
   * @param expected false of an order of which nothing more is
   */
  static DueDates of(
      OrderSnapshot snapshot, Map<Integer, Progress> lines, boolean expected, ZoneId plantZone) {
    Map<Integer, LineDue> due = new LinkedHashMap<>();
    for (Line line : snapshot.order().lines()) {
      int number = line.number();
      due.put(
          number,
          LineDue.of(lines.get(number), snapshot.promises().of(number), expected, plantZone));
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

  /** Since when, as what was last heard says, a line is likely to be ready after its day. */
  Optional<Instant> likelyLateSince(Instant heardAt) {
    return open()
        .filter(LineDue::isLikelyLate)
        .map(line -> line.promise().orElseThrow().saidAt())
        .map(said -> said.isAfter(heardAt) ? said : heardAt)
        .min(Instant::compareTo);
  }

  /** Whether the last days of a line's forecast lie after its day. */
  boolean mayBeLate() {
    return open().anyMatch(LineDue::isPerhapsLate);
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
