package org.vitrine.forecasting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.forecasting.Forecasting.ForecastGround;
import org.vitrine.forecasting.LineHeardRepository.KeptTelling;
import org.vitrine.forecasting.LineHeardRepository.LineHeard;
import org.vitrine.forecasting.PastLineRepository.NowTold;
import org.vitrine.forecasting.ToldRangeRepository.LearnedNight;
import org.vitrine.forecasting.ToldRangeRepository.StageOfRouting;
import org.vitrine.forecasting.ToldRangeRepository.StageTold;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.forecasts.Forecast;
import org.vitrine.forecasts.ToldRange;
import org.vitrine.forecasts.ToldRange.RangeBefore;
import org.vitrine.forecasts.Weibull;
import org.vitrine.forecasts.WorkFrom;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.PastLine;
import org.vitrine.production.ToldForecast;
import org.vitrine.production.ToldForecast.HeldRanges;
import org.vitrine.production.ToldForecast.ToldLine;

/** Tells some orders what is likely now, where a page says another day by it. */
final class MorningTelling {
  /**
   * What is known in a morning.
   *
   * @param held how often ranges held that were told before
   */
  record KnownMorning(
      LearnedPlant plant, LearnedNight night, Map<Optional<StageOfRouting>, HeldRanges> held) {}

  private final Queries transaction;
  private final ForecastGround ground;
  private final ZoneId plantZone;
  private final Instant now;
  private final PastLineRepository lines = new PastLineRepository();
  private final ToldRangeRepository ranges = new ToldRangeRepository();
  private final LearnedPlant plant;
  private final LearnedNight night;
  private final Map<Optional<StageOfRouting>, HeldRanges> held;
  private final List<NowTold> told = new ArrayList<>();
  private final List<StageTold> first = new ArrayList<>();

  MorningTelling(
      Queries transaction,
      ForecastGround ground,
      KnownMorning known,
      ZoneId plantZone,
      Instant now) {
    this.transaction = transaction;
    this.ground = ground;
    this.plant = known.plant();
    this.night = known.night();
    this.held = known.held();
    this.plantZone = plantZone;
    this.now = now;
  }

  void tell(Map<OrderId, List<LineHeard>> open) {
    Map<OrderId, Object> bodies = new LinkedHashMap<>();
    open.forEach(
        (order, ofOrder) -> {
          Map<Integer, ToldLine> toldLines = new HashMap<>();
          List<NowTold> ofLines = new ArrayList<>();
          for (LineHeard one : ofOrder) {
            String stage = one.line().past().heard().getLast().stage();
            Map<String, Weibull> rests = plant.rests(one, stage);
            NowTold now = now(one, rests.get(stage));
            ofLines.add(now);
            toldLines.put(one.line().number(), line(now, stage, rests));
            now.range().ifPresent(found -> first.add(new StageTold(one, stage, found)));
          }
          if (ofLines.stream().anyMatch(this::isNews)) {
            told.addAll(ofLines);
            bodies.put(order, body(toldLines));
          }
        });
    ranges.firstTold(transaction, first, now);
    if (!bodies.isEmpty()) {
      ground.history().forecastsTold(transaction, bodies, now);
      ground
          .changes()
          .record(transaction, bodies.keySet().stream().map(MorningTelling::toldAnew).toList());
      lines.told(transaction, told, now);
    }
  }

  /** For whoever judges how likely a day is kept. */
  private static Change toldAnew(OrderId order) {
    return new Change(Forecasting.TOLD, String.valueOf(order.value()), 0, Optional.empty());
  }

  private NowTold now(LineHeard one, Weibull rest) {
    Optional<FinishRange> range = range(one, rest);
    return new NowTold(one, range, one.told().flatMap(told -> told.changed(one.line())));
  }

  /** Gently from what the page says by now, that is since the newest report, if one came since. */
  private Optional<FinishRange> range(LineHeard one, Weibull rest) {
    if (!one.line().isExpected()) {
      return Optional.empty();
    }
    WorkFrom from = new WorkFrom(plant.time(one.line().routing()), now);
    double silence = -from.hours(one.line().past().heard().getLast().at());
    Optional<RangeBefore> gently =
        one.told().filter(told -> told.changed(one.line()).isEmpty()).flatMap(KeptTelling::before);
    return Optional.of(ToldRange.now(gently, new Forecast(rest, silence), night.level(), from));
  }

  private ToldLine line(NowTold now, String stage, Map<String, Weibull> rests) {
    PastLine line = now.line().line();
    return new ToldLine(
        now.range(),
        line.quantity(),
        line.promised(),
        rests,
        held.getOrDefault(Optional.of(new StageOfRouting(line.routing(), stage)), HeldRanges.NONE),
        now.because());
  }

  private ToldForecast body(Map<Integer, ToldLine> toldLines) {
    return new ToldForecast(
        now,
        night.finished(),
        night.open(),
        night.level(),
        held.getOrDefault(Optional.<StageOfRouting>empty(), HeldRanges.NONE),
        toldLines);
  }

  /** Whether a page says something else by it, or for the first time, or no more. */
  private boolean isNews(NowTold now) {
    if (now.line().told().isEmpty()) {
      return now.range().isPresent();
    }
    KeptTelling before = now.line().told().get();
    return before.changed(now.line().line()).isPresent()
        || !before.because().equals(now.because())
        || !before.range().map(this::days).equals(now.range().map(this::days));
  }

  private List<LocalDate> days(FinishRange range) {
    return List.of(
        LocalDate.ofInstant(range.half(), plantZone),
        LocalDate.ofInstant(range.nineOfTen(), plantZone));
  }
}
