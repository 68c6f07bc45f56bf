package org.vitrine.voices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.orders.ShippedItem;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderChange;
import org.vitrine.voices.MailQuestionRepository.DeliveredOrder;

/** Notes what was delivered, so that each product of an order is asked after once. */
final class DeliveryReader implements Subscriber {
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  /** What was to be asked longer ago is not: orders are told of long after they were delivered. */
  private static final Duration ASKED_WITHIN = Duration.ofDays(3);

  private final CareQuestions questions;
  private final ZoneId plantZone;
  private final Clock clock;
  private final MailQuestionRepository repository = new MailQuestionRepository();

  /**
   * @param plantZone in which days of deliveries are meant
   */
  DeliveryReader(CareQuestions questions, ZoneId plantZone, Clock clock) {
    this.questions = questions;
    this.plantZone = plantZone;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "voices.deliveries";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(OrderChange.kind(OrderChange.Delivered.class));
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    for (Change change : changes) {
      if (OrderChange.of(change) instanceof OrderChange.Delivered delivered) {
        OrderId order = OrderVersion.of(change).order();
        repository
            .order(transaction, order)
            .ifPresent(known -> note(transaction, order, known, delivered));
      }
    }
  }

  private void note(
      Queries transaction, OrderId order, DeliveredOrder known, OrderChange.Delivered delivered) {
    for (ShippedItem item : delivered.items()) {
      LocalizedText product = known.products().getOrDefault(item.line(), LocalizedText.of(""));
      DueCare care =
          new DueCare(
              known.company(),
              order,
              known.number(),
              product.toString(),
              item.line(),
              product,
              delivered.deliveredOn());
      Instant due = due(transaction, care);
      if (due.isAfter(clock.instant().minus(ASKED_WITHIN))) {
        repository.deliver(transaction, care, due);
      }
    }
  }

  private Instant due(Queries queries, DueCare care) {
    return care.deliveredOn()
        .plusDays(questions.of(queries, care.name()).days())
        .atTime(MORNING)
        .atZone(plantZone)
        .toInstant();
  }
}
