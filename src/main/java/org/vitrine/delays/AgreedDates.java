package org.vitrine.delays;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.orders.DelayEntries;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OfferTerms;
import org.vitrine.orders.OrderActs;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.orders.Promise;
import org.vitrine.orders.PromisedDates;
import org.vitrine.orders.RevisePromise;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSummary;

/** What becomes of promises where a customer agrees, in the transaction in which they do. */
final class AgreedDates {
  private final OrderActs acts;
  private final DelayEntries entries;

  AgreedDates(OrderActs acts, DelayEntries entries) {
    this.acts = acts;
    this.entries = entries;
  }

  /**
   * The day becomes what is promised.
   *
   * @param date absent where it is left open
   * @param summary the order as it stood a moment ago
   */
  void agree(
      Queries transaction,
      DelayOffer offer,
      Collection<Integer> lines,
      LocalDate date,
      OrderSummary summary,
      ActingOne by) {
    Set<Integer> agreed = new TreeSet<>(lines);
    agreed.retainAll(OfferedOrders.open(summary));
    if (agreed.isEmpty()) {
      throw new Rejection.Conflict("Nothing of it is still to be made");
    }
    requireAsOffered(transaction, offer, agreed);
    List<RevisePromise> said = new ArrayList<>();
    if (isWholeOrder(transaction, offer, agreed, summary)) {
      said.add(word(null, date, offer.terms()));
    } else {
      agreed.forEach(line -> said.add(word(line, date, offer.terms())));
    }
    acts.agree(transaction, offer.order().number(), said, offer.id().text(), by);
  }

  /** Whoever said another date since has offered something else. */
  private void requireAsOffered(Queries transaction, DelayOffer offer, Set<Integer> lines) {
    if (!isAsOffered(transaction, offer, lines)) {
      throw new Rejection.Conflict("Another date was promised since; this offer counts no longer");
    }
  }

  boolean isAsOffered(Queries queries, DelayOffer offer, Collection<Integer> lines) {
    PromisedDates now = entries.promised(queries, offer.order().id());
    return lines.stream()
        .allMatch(line -> now.dayOf(line).equals(Optional.ofNullable(offer.promised().get(line))));
  }

  /** Where one date is promised for all of it, one date is agreed on for all of it. */
  private boolean isWholeOrder(
      Queries queries, DelayOffer offer, Set<Integer> lines, OrderSummary summary) {
    return entries.promised(queries, offer.order().id()).lines().isEmpty()
        && lines.equals(OfferedOrders.standing(summary));
  }

  private static RevisePromise word(Integer line, LocalDate date, OfferTerms terms) {
    return new RevisePromise(
        line,
        date,
        date == null ? Boolean.TRUE : null,
        terms.because(),
        terms.cause(),
        terms.side(),
        null);
  }

  /** The lines whose newest word is still that an offer left their day open; none cancelled. */
  static List<Integer> leftOpenBy(DelayOffer offer, OrderSnapshot order) {
    if (order.order().cancelReason() != null || offer.standing().answer().isEmpty()) {
      return List.of();
    }
    List<Integer> agreed =
        AnswerRule.agreedLines(offer.terms(), offer.standing().answer().get().said());
    return order.order().lines().stream()
        .filter(line -> line.cancelled() == null)
        .map(Line::number)
        .filter(agreed::contains)
        .filter(
            line -> order.promises().of(line).filter(said -> isLeftOpen(offer, said)).isPresent())
        .toList();
  }

  private static boolean isLeftOpen(DelayOffer offer, Promise said) {
    return said.isToBeConfirmed() && said.newest().offer().equals(Optional.of(offer.id().text()));
  }

  /** What was promised before the date was left open is promised again. */
  void takeBack(
      Queries transaction,
      DelayOffer offer,
      Collection<Integer> lines,
      LocalizedText reason,
      ActingOne by) {
    Map<Integer, LocalDate> promised = offer.promised();
    List<RevisePromise> said =
        lines.stream()
            .filter(promised::containsKey)
            .map(
                line ->
                    new RevisePromise(
                        line,
                        promised.get(line),
                        null,
                        reason,
                        offer.terms().cause(),
                        offer.terms().side(),
                        null))
            .toList();
    if (!said.isEmpty()) {
      acts.revise(transaction, offer.order().number(), said, by);
    }
  }
}
