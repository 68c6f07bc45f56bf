package org.vitrine.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.notices.OrderNameRepository.NamedPlace;
import org.vitrine.notices.RiskWatchRepository.AwaitedRisk;
import org.vitrine.notices.RiskWatchRepository.DueRisk;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderChange;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Risk;

/**
 * Tells that an order is at risk, or late, when the moment has come from which it is, if it still
 * is then: silence is one only if it lasts. What was told is looked at again each day, since a risk
 * that moved away is not heard of when it comes again; what was never away is not told again,
 * however its moment moves. Any node may look; whoever is first tells.
 */
final class RiskWatch {
  private static final Logger LOG = LoggerFactory.getLogger(RiskWatch.class);
  private static final int AT_ONCE = 50;
  private static final Duration AGAIN = Duration.ofDays(1);

  private static final String SILENCE = code(Risk.RiskKind.STALE);

  /** Not a risk of the outlook: the day that was promised is over. */
  static final String LATE = "late";

  /** After these an order may be late from another moment on. */
  private static final Set<String> OF_DATES =
      kinds(
          List.of(
              OrderChange.Placed.class,
              OrderChange.PromiseRevised.class,
              OrderChange.Reinstated.class));

  /** Of what is made, whether it is late is watched too, as of an order that is taken up again. */
  private static final Set<String> OF_WORK =
      kinds(List.of(OrderChange.StageBegun.class, OrderChange.StageFinished.class));

  private final Database database;
  private final Notices notices;
  private final OrderSnapshots snapshots;
  private final ZoneId plantZone;
  private final Clock clock;
  private final RiskWatchRepository repository = new RiskWatchRepository();

  RiskWatch(
      Database database, Notices notices, OrderSnapshots snapshots, ZoneId plantZone, Clock clock) {
    this.database = database;
    this.notices = notices;
    this.snapshots = snapshots;
    this.plantZone = plantZone;
    this.clock = clock;
  }

  /** The risks that these changes tell of. */
  static List<AwaitedRisk> risksIn(List<Change> changes) {
    String kind = OrderChange.kind(OrderChange.AtRisk.class);
    return changes.stream()
        .filter(change -> change.kind().equals(kind))
        .map(
            change -> {
              OrderChange.AtRisk risk = (OrderChange.AtRisk) OrderChange.of(change);
              return new AwaitedRisk(Long.parseLong(change.key()), code(risk.risk()), risk.from());
            })
        .toList();
  }

  /** The orders whose dates these changes may have moved, and true where they did. */
  static Map<Long, Boolean> datesIn(List<Change> changes) {
    Map<Long, Boolean> dates = new HashMap<>();
    for (Change change : changes) {
      boolean ofDates = OF_DATES.contains(change.kind());
      if (ofDates || OF_WORK.contains(change.kind())) {
        dates.merge(Long.parseLong(change.key()), ofDates, Boolean::logicalOr);
      }
    }
    return dates;
  }

  private static Set<String> kinds(List<Class<? extends OrderChange>> changes) {
    return changes.stream().map(OrderChange::kind).collect(Collectors.toSet());
  }

  private static String code(Risk.RiskKind kind) {
    return Json.tree(kind).asText();
  }

  /** Looks at whatever is due. */
  void look() {
    List<DueRisk> due;
    do {
      due = repository.due(database, clock.instant(), AT_ONCE);
      lookAtAll(due);
    } while (due.size() == AT_ONCE);
  }

  /** One order that cannot be read must not hold up the others: it is looked at another day. */
  private void lookAtAll(List<DueRisk> due) {
    try {
      look(due);
    } catch (Rejection.Unavailable | QueryFailed away) {
      throw away;
    } catch (RuntimeException fault) {
      if (due.size() == 1) {
        DueRisk one = due.getFirst();
        LOG.error("Cannot tell whether order {} is at risk", one.order().value(), fault);
        repository.looked(database, one, clock.instant().plus(AGAIN), one.toldFrom());
      } else {
        due.forEach(one -> lookAtAll(List.of(one)));
      }
    }
  }

  private void look(List<DueRisk> due) {
    if (due.isEmpty()) {
      return;
    }
    Map<OrderId, OrderSummary> now =
        snapshots.newest(due.stream().map(DueRisk::order).distinct().toList()).stream()
            .map(snapshot -> OrderSummary.of(snapshot, plantZone))
            .collect(Collectors.toMap(one -> one.snapshot().order().id(), Function.identity()));
    Instant moment = clock.instant();
    database.inTransaction(
        transaction -> {
          List<DueRisk> told = new ArrayList<>();
          for (DueRisk one : due) {
            if (isToBeTold(transaction, one, from(now.get(one.order()), one.risk()), moment)) {
              told.add(one);
            }
          }
          notices.tell(transaction, news(transaction, told, now));
          return null;
        });
  }

  private static Optional<Instant> from(OrderSummary order, String risk) {
    if (order == null || risk.equals(LATE)) {
      return Optional.ofNullable(order).flatMap(known -> known.outlook().lateFrom());
    }
    return order.outlook().risks().stream()
        .filter(known -> code(known.kind()).equals(risk))
        .map(Risk::from)
        .findFirst();
  }

  private boolean isToBeTold(
      Queries transaction, DueRisk one, Optional<Instant> from, Instant now) {
    if (from.isEmpty()) {
      repository.over(transaction, one);
      return false;
    }
    if (from.get().isAfter(now)) {
      repository.looked(transaction, one, from.get(), Optional.empty());
      return false;
    }
    if (isKnown(one, from.get())) {
      repository.looked(transaction, one, now.plus(AGAIN), one.toldFrom());
      return false;
    }
    return repository.looked(transaction, one, now.plus(AGAIN), from)
        && !isLongPast(one, from.get(), now);
  }

  /** Only of silence a later moment says that it was away: something was heard in between. */
  private static boolean isKnown(DueRisk one, Instant from) {
    return one.toldFrom()
        .filter(told -> !one.risk().equals(SILENCE) || !Json.asRead(from).isAfter(told))
        .isPresent();
  }

  /** An order that is late for longer came late: it is no news, as in {@link OrderNews}. */
  private static boolean isLongPast(DueRisk one, Instant from, Instant now) {
    return one.risk().equals(LATE) && from.isBefore(now.minus(OrderNews.OLD));
  }

  private static List<News> news(
      Queries transaction, List<DueRisk> told, Map<OrderId, OrderSummary> now) {
    Map<Integer, OrderNameRepository.PlaceNames> names =
        OrderNameRepository.find(
            transaction,
            told.stream()
                .map(
                    one ->
                        new NamedPlace(
                            one.order().value(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()))
                .toList());
    List<News> news = new ArrayList<>();
    for (int at = 0; at < told.size(); at++) {
      if (names.containsKey(at)) {
        DueRisk one = told.get(at);
        news.add(news(one, names.get(at), from(now.get(one.order()), one.risk()).orElseThrow()));
      }
    }
    return news;
  }

  private static News news(DueRisk one, OrderNameRepository.PlaceNames names, Instant from) {
    ObjectNode facts = Json.object().put("order", names.order()).put("risk", one.risk());
    return new News(
        News.nameOf("at-risk", String.valueOf(one.order().value()), one.risk(), from.toString()),
        "at-risk",
        Optional.of(NoticeTopic.RISKS),
        Optional.of(NoticeTopic.RISKS),
        one.company(),
        Optional.of(one.order().value()),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        facts,
        false,
        from);
  }
}
