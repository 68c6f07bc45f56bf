package org.vitrine.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.notices.OrderNameRepository.NamedPlace;
import org.vitrine.notices.OrderNameRepository.PlaceNames;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderChange;

/**
 * What became of orders, as news. A date that an order came with is none, nor is what happened long
 * ago and is only reported now, but to whoever waits for it; what is the same of several lines is
 * said once.
 */
final class OrderNews {
  static final Duration OLD = Duration.ofDays(7);
  private static final String FINISHED = OrderChange.kind(OrderChange.StageFinished.class);

  private OrderNews() {}

  /** What one change says, before the names of what it is about are known. */
  private record ToldChange(
      Change change,
      NoticeTopic topic,
      Optional<Integer> line,
      Optional<String> stage,
      Optional<String> requirement,
      Instant at) {

    /** Whoever waits for a stage is told when it is done, however late that is reported. */
    boolean isAwaited() {
      return change.kind().equals(FINISHED);
    }

    NamedPlace place() {
      return new NamedPlace(Long.parseLong(change.key()), line, stage, requirement);
    }
  }

  /** Those of these changes that are news; risks are not among them: see {@link RiskWatch}. */
  static List<News> of(Queries queries, List<Change> changes, Instant now) {
    Set<String> fresh = placed(changes);
    List<ToldChange> said =
        changes.stream()
            .filter(change -> change.kind().startsWith(OrderChange.PREFIX))
            .flatMap(change -> said(change, fresh, now).stream())
            .filter(one -> one.isAwaited() || !one.at().isBefore(now.minus(OLD)))
            .toList();
    Map<Integer, PlaceNames> names =
        OrderNameRepository.find(queries, said.stream().map(ToldChange::place).toList());
    List<News> news = new ArrayList<>();
    for (int at = 0; at < said.size(); at++) {
      PlaceNames known = names.get(at);
      if (known != null) {
        add(news, news(said.get(at), known), known.several());
      }
    }
    return news.stream().map(OrderNews::withLines).toList();
  }

  /** The orders that were placed, each at the version to which that came. */
  private static Set<String> placed(List<Change> changes) {
    String kind = OrderChange.kind(OrderChange.Placed.class);
    Set<String> placed = new HashSet<>();
    changes.stream()
        .filter(change -> change.kind().equals(kind))
        .forEach(change -> placed.add(change.key() + "@" + change.version()));
    return placed;
  }

  private static Optional<ToldChange> said(Change change, Set<String> placed, Instant now) {
    return switch (OrderChange.of(change)) {
      case OrderChange.Placed none -> Optional.empty();
      case OrderChange.AtRisk later -> Optional.empty();
      case OrderChange.PromiseRevised one ->
          placed.contains(change.key() + "@" + change.version())
              ? Optional.empty()
              : Optional.of(of(change, NoticeTopic.PROMISES, one.line(), now));
      case OrderChange.Cancelled one -> Optional.of(of(change, NoticeTopic.PROMISES, now));
      case OrderChange.Reinstated one -> Optional.of(of(change, NoticeTopic.PROMISES, now));
      case OrderChange.StageBegun one ->
          Optional.of(atStage(change, one.line(), one.stage(), one.at()));
      case OrderChange.StageFinished one ->
          Optional.of(atStage(change, one.line(), one.stage(), one.at()));
      case OrderChange.Completed one -> Optional.of(of(change, NoticeTopic.STAGES, one.at()));
      case OrderChange.RequirementFailed one ->
          Optional.of(
              new ToldChange(
                  change,
                  NoticeTopic.FAILURES,
                  Optional.of(one.line()),
                  Optional.of(one.stage()),
                  Optional.of(one.requirement()),
                  one.at()));
      case OrderChange.Shipped one ->
          Optional.of(of(change, NoticeTopic.DELIVERIES, until(one.leftOn(), now)));
      case OrderChange.Delivered one ->
          Optional.of(of(change, NoticeTopic.DELIVERIES, until(one.deliveredOn(), now)));
    };
  }

  private static ToldChange of(Change change, NoticeTopic topic, Instant at) {
    return of(change, topic, Optional.empty(), at);
  }

  private static ToldChange of(
      Change change, NoticeTopic topic, Optional<Integer> line, Instant at) {
    return new ToldChange(change, topic, line, Optional.empty(), Optional.empty(), at);
  }

  private static ToldChange atStage(Change change, int line, String stage, Instant at) {
    return new ToldChange(
        change, NoticeTopic.STAGES, Optional.of(line), Optional.of(stage), Optional.empty(), at);
  }

  /** A day has no time: now, or where it is over everywhere, when that was. */
  private static Instant until(LocalDate day, Instant now) {
    Instant over = day.plusDays(1).atStartOfDay(ZoneOffset.ofHours(-12)).toInstant();
    return over.isBefore(now) ? over : now;
  }

  private static News news(ToldChange said, PlaceNames names) {
    Change change = said.change();
    ObjectNode facts = OrderFacts.of(OrderChange.of(change));
    names.addTo(facts, said.place());
    return new News(
        News.nameOf(change),
        change.kind().substring(OrderChange.PREFIX.length()),
        Optional.of(said.topic()),
        Optional.of(said.topic()),
        change.company().orElseThrow(),
        Optional.of(said.place().order()),
        said.line().stream().toList(),
        said.stage(),
        Optional.empty(),
        facts,
        false,
        said.at());
  }

  /** Lines are told apart only where there are several. */
  private static void add(List<News> news, News one, boolean several) {
    if (!several) {
      news.add(one);
      return;
    }
    one.facts().put("several", true);
    for (int at = news.size() - 1; at >= 0; at--) {
      if (news.get(at).saysTheSameAs(one)) {
        news.set(at, news.get(at).and(one));
        return;
      }
    }
    news.add(one);
  }

  private static News withLines(News one) {
    if (one.facts().remove("several") != null && !one.lines().isEmpty()) {
      one.facts().set("lines", Json.tree(one.lines().stream().sorted().toList()));
    }
    return one;
  }
}
