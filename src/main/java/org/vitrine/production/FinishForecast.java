package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.forecasts.Forecast;
import org.vitrine.forecasts.ToldRange;
import org.vitrine.forecasts.ToldRange.RangeBefore;
import org.vitrine.forecasts.Weibull;
import org.vitrine.forecasts.WorkFrom;
import org.vitrine.orders.Line;
import org.vitrine.orders.Promise;
import org.vitrine.production.ToldForecast.HeldRanges;
import org.vitrine.production.ToldForecast.ToldLine;

/**
 * When something is likely ready: half of such lines are by the likely moment, nine of ten by the
 * latest.
 *
 * @param since from when on that counts: when it was told, or when something was heard since
 * @param earliest one of ten is by then
 */
public record FinishForecast(
    Instant since, Instant earliest, Instant likely, Instant latest, ForecastBasis basis) {
  private static final double ONE_OF_TEN = 0.1;

  /**
   * What it rests on.
   *
   * @param learned whether from what other lines took; by the plan alone where not
   * @param finished how many of them are finished; absent where nobody counted
   * @param open how many are open, and count as "at least so long"
   * @param because what happened that it moved at once
   * @param ranges how often ranges held that were told before, of those whose last day has come
   * @param rangesAtStage the same of those that were told at this stage
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record ForecastBasis(
      boolean learned,
      Optional<Integer> finished,
      Optional<Integer> open,
      Optional<MovedBecause> because,
      Optional<HeldRanges> ranges,
      Optional<HeldRanges> rangesAtStage) {
    static final ForecastBasis PLAN =
        new ForecastBasis(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The same of several lines, of which the first says why it moved of which one did. */
    static ForecastBasis together(ForecastBasis of, Stream<ForecastBasis> all) {
      return new ForecastBasis(
          of.learned,
          of.finished,
          of.open,
          all.flatMap(one -> one.because.stream()).findFirst(),
          of.ranges,
          of.rangesAtStage);
    }
  }

  /** What happened that a range moves at once, and not gently. */
  public enum MovedBecause {
    /** From then on there is none. */
    @JsonProperty("held")
    HELD,
    @JsonProperty("resumed")
    RESUMED,
    @JsonProperty("quantity")
    QUANTITY,
    @JsonProperty("promise")
    PROMISE
  }

  /** Of a line of which one is expected; by its plan where nothing was told of it. */
  static Optional<FinishForecast> of(OrderSnapshot snapshot, Line line, Progress progress) {
    Optional<FinishForecast> planned =
        progress.forecast().map(plan -> ofPlan(plan, progress.heardAt().orElseThrow()));
    if (!progress.state().isOpen() || !progress.isExpected()) {
      return planned;
    }
    Optional<FinishForecast> learned =
        snapshot
            .told()
            .flatMap(
                told ->
                    Optional.ofNullable(told.lines().get(line.number()))
                        .flatMap(ofLine -> learned(snapshot, line, progress, told, ofLine)));
    // What was learned of another quantity tells less of this one until it is told anew.
    boolean isAnother =
        learned
            .flatMap(found -> found.basis().because())
            .equals(Optional.of(MovedBecause.QUANTITY));
    boolean enough = snapshot.told().filter(ToldForecast::speaksAlone).isPresent() && !isAnother;
    if (learned.isEmpty() || planned.isEmpty()) {
      return enough ? learned.or(() -> planned) : planned;
    }
    return Optional.of(enough ? learned.get() : planned.get().orLater(learned.get()));
  }

  private static FinishForecast ofPlan(PlannedFinish plan, Instant heardAt) {
    return new FinishForecast(
        heardAt, plan.earliest(), plan.likely(), plan.latest(), ForecastBasis.PLAN);
  }

  private static Optional<FinishForecast> learned(
      OrderSnapshot snapshot, Line line, Progress progress, ToldForecast told, ToldLine ofLine) {
    Optional<Weibull> rest = progress.furthest().map(stage -> ofLine.rests().get(stage.code()));
    if (rest.isEmpty() || progress.heardAt().isEmpty()) {
      return Optional.empty();
    }
    Instant heardAt = progress.heardAt().get();
    Stage last = progress.stages().getLast().stage();
    WorkingTime time = snapshot.times().of(snapshot.routings().of(line), last);
    Optional<MovedBecause> happened = happened(snapshot, line, ofLine);
    // It stays said until it is told anew, whatever is reported that day: who looks later saw no
    // jump.
    Optional<MovedBecause> because = happened.or(ofLine::because);
    Instant now = heardAt.isAfter(told.at()) ? heardAt : told.at();
    WorkFrom from = new WorkFrom(time, now);
    Forecast known = new Forecast(rest.get(), -from.hours(heardAt));
    Optional<RangeBefore> gently =
        ofLine
            .range()
            .filter(any -> happened.isEmpty())
            .map(range -> new RangeBefore(range, told.at()));
    FinishRange shown = ToldRange.now(gently, known, told.level(), from);
    Instant earliest = from.at(known.hours(ONE_OF_TEN) - known.silence());
    return Optional.of(
        new FinishForecast(
            now,
            earliest.isAfter(shown.half()) ? shown.half() : earliest,
            shown.half(),
            shown.nineOfTen(),
            new ForecastBasis(
                true,
                Optional.of(told.finished()),
                Optional.of(told.open()),
                because,
                Optional.of(told.ranges()).filter(ranges -> ranges.judged() > 0),
                Optional.of(ofLine.ranges()).filter(ranges -> ranges.judged() > 0))));
  }

  /** What happened since it was told. */
  private static Optional<MovedBecause> happened(OrderSnapshot snapshot, Line line, ToldLine told) {
    Optional<MovedBecause> resumed =
        told.range().isEmpty() ? Optional.of(MovedBecause.RESUMED) : Optional.empty();
    Optional<MovedBecause> quantity =
        told.quantity().equals(Optional.ofNullable(line.quantity()))
            ? Optional.empty()
            : Optional.of(MovedBecause.QUANTITY);
    boolean samePromise =
        told.promised().equals(snapshot.promises().of(line.number()).flatMap(Promise::current));
    return resumed
        .or(() -> quantity)
        .or(() -> samePromise ? Optional.empty() : Optional.of(MovedBecause.PROMISE));
  }

  /** The later of each bound: the plan, until enough was learned. */
  private FinishForecast orLater(FinishForecast learned) {
    ForecastBasis other = learned.basis();
    return new FinishForecast(
        later(since, learned.since),
        later(earliest, learned.earliest),
        later(likely, learned.likely),
        later(latest, learned.latest),
        new ForecastBasis(
            false,
            other.finished(),
            other.open(),
            other.because(),
            other.ranges(),
            other.rangesAtStage()));
  }

  /** When all of them are ready. */
  static Optional<FinishForecast> together(List<FinishForecast> lines, WorkingTime time) {
    if (lines.size() < 2 || !lines.stream().allMatch(line -> line.basis().learned())) {
      return lines.stream().reduce(FinishForecast::and);
    }
    return Optional.of(JointFinish.of(lines, time));
  }

  private FinishForecast and(FinishForecast other) {
    return new FinishForecast(
        later(since, other.since),
        later(earliest, other.earliest),
        later(likely, other.likely),
        later(latest, other.latest),
        ForecastBasis.together(
            other.basis.learned() ? basis : other.basis, Stream.of(basis, other.basis)));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** How likely it is ready by then. */
  double chance(Instant by, WorkingTime time) {
    WorkFrom from = new WorkFrom(time, since);
    return by.isAfter(since)
        ? new Forecast(JointFinish.spread(this, from), 0).chance(from.hours(by))
        : 0;
  }
}
