package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an order is judged by, as moments: whoever looks compares them with a clock and judges
 * nothing, so that a page, a list, a filter and a mail agree at any moment, wherever they are read.
 * Where the plant is decides when a day begins.
 *
 * @param lateFrom when the first day is over that was promised for a line; absent where nothing was
 *     promised, or all is done or was delivered by then
 * @param staleFrom after this, nothing was heard for longer than the stage usually takes
 * @param forecastPassedFrom when the last day of the forecast is over
 * @param risks see {@link Risk#inTime}
 * @param mayComeLate true where the last days of a line's forecast, though no likely one, lie after
 *     its promise: a hint, no more
 * @param dateAtRiskFrom from when the day of a line is at risk, see {@link DueDates#AT_RISK_BELOW}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Outlook(
    Optional<Instant> lateFrom,
    Optional<Instant> staleFrom,
    Optional<Instant> forecastPassedFrom,
    List<Risk> risks,
    Optional<Boolean> mayComeLate,
    Optional<Instant> dateAtRiskFrom) {

  /** A forecast as dates in the plant's zone. */
  public record Dates(LocalDate earliest, LocalDate likely, LocalDate latest) {
    static Dates of(FinishForecast forecast, ZoneId plantZone) {
      return new Dates(
          LocalDate.ofInstant(forecast.earliest(), plantZone),
          LocalDate.ofInstant(forecast.likely(), plantZone),
          LocalDate.ofInstant(forecast.latest(), plantZone));
    }
  }

  /** Of what is done or cancelled, nothing is expected. */
  static final Outlook OVER =
      new Outlook(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  /**
   * From when somebody should look after it though it is not late: the one rule by which orders are
   * counted as at risk, whatever page counts them. Late ones are counted with them.
   */
  public Optional<Instant> riskFrom() {
    return Stream.concat(risks.stream().map(Risk::from), dateAtRiskFrom.stream())
        .min(Instant::compareTo);
  }

  public boolean saysAnything() {
    return !equals(OVER);
  }

  static Outlook of(
      DueDates due,
      Optional<Dates> forecast,
      Optional<Instant> staleFrom,
      Stream<StageProgress> stages,
      ZoneId plantZone) {
    Optional<Instant> likelyLate = due.likelyLateFrom();
    Stream<Risk> known =
        Stream.of(
                staleFrom.map(from -> new Risk(Risk.RiskKind.STALE, from)),
                likelyLate.map(from -> new Risk(Risk.RiskKind.FORECAST, from)))
            .flatMap(Optional::stream);
    return new Outlook(
        due.lateFrom(),
        staleFrom,
        forecast.map(dates -> endOf(dates.latest(), plantZone)),
        Risk.inTime(Stream.concat(stages.flatMap(Outlook::troubles), known)),
        Optional.of(true).filter(yes -> likelyLate.isEmpty() && due.mayComeLate()),
        due.atRiskFrom());
  }

  static Instant endOf(LocalDate day, ZoneId plantZone) {
    return day.plusDays(1).atStartOfDay(plantZone).toInstant();
  }

  private static Stream<Risk> troubles(StageProgress stage) {
    return switch (stage.state()) {
      case FAILED ->
          stage.measurements().stream()
              .filter(Measurement::failsStage)
              .flatMap(measurement -> measurement.failedSince().stream())
              .map(since -> new Risk(Risk.RiskKind.FAILED, since));
      case DOUBTED -> stage.doubted().stream().map(since -> new Risk(Risk.RiskKind.DOUBTED, since));
      case HELD ->
          stage.hold().stream().map(hold -> new Risk(Risk.RiskKind.HELD, hold.happenedAt()));
      case WAITING, RUNNING, UNDER_WAY, UNVERIFIED, MET -> Stream.empty();
    };
  }
}
