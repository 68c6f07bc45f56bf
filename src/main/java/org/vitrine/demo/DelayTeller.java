package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.Rooms;
import org.vitrine.access.Caller;
import org.vitrine.orders.Amount;
import org.vitrine.orders.DelayAnswer;
import org.vitrine.orders.DelayPart;
import org.vitrine.orders.DelayRemedy;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OfferTerms;
import org.vitrine.orders.OfferedKind;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PromiseCause;
import org.vitrine.orders.SilenceMeans;
import org.vitrine.production.OrderSnapshot;

/**
 * Offers customers of the demo plant another date, once: one waits for an answer, one was accepted.
 */
final class DelayTeller {
  private static final String KEEPER = "li.wen@foshan.example";
  private static final Duration A_DAY_AGO = Duration.ofHours(20);
  private static final int DAYS_LATER = 4;
  private static final LocalizedText BECAUSE =
      LocalizedText.of(
          Map.of(
              "en", "The compressors came a week late; we work on Saturday to catch up.",
              "zh-CN", "压缩机晚到了一周，我们周六加班追赶进度。"));

  private final Rooms rooms;
  private final PlantClock clock;
  private final Plant plant;
  private final ZoneId zone;
  private final Map<String, Caller.SignedIn> people;

  /**
   * @param people who is who, by e-mail address
   */
  DelayTeller(
      Rooms rooms,
      PlantClock clock,
      Plant plant,
      ZoneId zone,
      Map<String, Caller.SignedIn> people) {
    this.rooms = rooms;
    this.clock = clock;
    this.plant = plant;
    this.zone = zone;
    this.people = people;
  }

  void tellOnce() {
    if (!rooms.delays().areNone()) {
      return;
    }
    try {
      clock.showPast(clock.real().minus(A_DAY_AGO));
      offer("northwind", 0);
      offer("northwind", 1).ifPresent(offer -> accept(offer, "amelia@northwind.example"));
    } finally {
      clock.showReal();
    }
  }

  /** Nothing where no such order is under way, as with another seed. */
  private Optional<String> offer(String company, int nth) {
    Instant now = clock.real();
    return plant.inFlight(company, now, now).stream()
        .flatMap(story -> terms(story.number()).stream())
        .skip(nth)
        .findFirst()
        .map(
            one ->
                rooms.delays().offer(one.order(), one.terms(), ActingOne.of(people.get(KEEPER))));
  }

  /** What is offered, of which order. */
  private record DemoOffer(OrderNumber order, OfferTerms terms) {}

  /** The first line of which something is still to be made, by a day that was promised. */
  private Optional<DemoOffer> terms(OrderNumber number) {
    return rooms
        .tracking()
        .find(number, Optional.empty())
        .flatMap(id -> rooms.snapshots().read(Optional.empty(), List.of(id)).stream().findFirst())
        .flatMap(order -> terms(number, order));
  }

  private Optional<DemoOffer> terms(OrderNumber number, OrderSnapshot order) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return order.progress().entrySet().stream()
        .filter(line -> line.getValue().state().isOpen())
        .map(Map.Entry::getKey)
        .filter(line -> day(order, line).filter(day -> day.isAfter(today)).isPresent())
        .findFirst()
        .map(
            line ->
                new DemoOffer(
                    number,
                    new OfferTerms(
                        List.of(line),
                        OfferedKind.DATE,
                        day(order, line).orElseThrow().plusDays(DAYS_LATER),
                        BECAUSE,
                        PromiseCause.SUPPLIER_LATE,
                        null,
                        List.of(DelayRemedy.PART_FIRST, DelayRemedy.CANCEL_FREE),
                        new DelayPart(line, half(order, line), day(order, line).orElseThrow()),
                        null,
                        SilenceMeans.NONE,
                        null)));
  }

  private static Amount half(OrderSnapshot order, int number) {
    return order.order().lines().stream()
        .filter(line -> line.number() == number && line.quantity() != null)
        .findFirst()
        .map(line -> Amount.of(Math.max(1, line.quantity().whole() / 2)))
        .orElse(Amount.of(1));
  }

  private static Optional<LocalDate> day(OrderSnapshot order, int line) {
    return order.promises().of(line).flatMap(promise -> promise.current());
  }

  private void accept(String offer, String email) {
    Caller.SignedIn person = people.get(email);
    rooms
        .delays()
        .answered(offer, person.company().orElseThrow(), DelayAnswer.ACCEPT, ActingOne.of(person));
  }
}
