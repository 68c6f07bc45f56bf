package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.vitrine.meetings.AgendaRepository.ItemSource;
import org.vitrine.meetings.OrderMatterRepository.ChartPoint;
import org.vitrine.platform.database.Queries;

/**
 * The chart of an item, where a chart says it faster: of a stage and its requirements the
 * first-pass yield by week, of a product its rejected pieces by week, of dates that moved the
 * promises kept by month. It is kept with the item, so that reading a page asks nothing more.
 */
final class AgendaCharts {
  private static final int WEEKS = 13;
  private static final int MONTHS = 12;
  private static final int FEWEST_POINTS = 2;
  private static final String STAGE = "stage:";
  private static final String REJECTED = "rejected";

  private final OrderMatterRepository repository = new OrderMatterRepository();

  /**
   * Puts it into the facts of an item that made itself; takes it away where there is too little.
   */
  void addTo(
      Queries queries, String topic, ObjectNode facts, List<ItemSource> sources, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    facts.remove("chart");
    switch (facts.path("of").asText()) {
      case "requirement", "stage", "cause" ->
          stage(topic, sources)
              .ifPresent(
                  stage ->
                      draw(
                          facts,
                          "yield",
                          repository.yields(queries, stage, today.minusWeeks(WEEKS))));
      case "product" ->
          draw(
              facts,
              REJECTED,
              repository.rejects(
                  queries, topic.substring(topic.indexOf(':') + 1), today.minusWeeks(WEEKS)));
      case "promise" -> draw(facts, "kept", repository.kept(queries, today.minusMonths(MONTHS)));
      default -> {}
    }
  }

  /** Where most of them happened. */
  private static Optional<String> stage(String topic, List<ItemSource> sources) {
    return topic.startsWith(STAGE)
        ? Optional.of(topic.substring(STAGE.length()))
        : sources.stream()
            .map(one -> one.facts().path("at").asText())
            .filter(code -> !code.isEmpty())
            .findFirst();
  }

  /** All were good, or none was rejected: there is nothing to see. */
  private static boolean isFlawless(String of, ChartPoint point) {
    return point.part() == (of.equals(REJECTED) ? 0 : point.all());
  }

  private static void draw(ObjectNode facts, String of, List<ChartPoint> points) {
    if (points.size() < FEWEST_POINTS || points.stream().allMatch(point -> isFlawless(of, point))) {
      return;
    }
    ObjectNode chart = facts.putObject("chart").put("of", of);
    ArrayNode shown = chart.putArray("points");
    points.forEach(
        point ->
            shown
                .addObject()
                .put("from", point.from().toString())
                .put("part", point.part())
                .put("all", point.all()));
  }
}
