package org.vitrine.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.webhooks.Announcements.HeardChange;

/** Hears what happens, and queues it for each endpoint that wants to know, in the same turn. */
final class WebhookSubscriber implements Subscriber {
  private final Announcements announcements;
  private final Clock clock;
  private final WebhookRepository webhooks = new WebhookRepository();
  private final WebhookQueueRepository queue = new WebhookQueueRepository();

  WebhookSubscriber(Announcements announcements, Clock clock) {
    this.announcements = announcements;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public Set<String> kinds() {
    return WebhookType.kinds();
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    if (!webhooks.hasAny(transaction)) {
      return;
    }
    Instant now = clock.instant();
    Set<String> removed =
        OrderRemoved.among(changes).stream()
            .map(order -> "order/" + order.value())
            .collect(Collectors.toSet());
    if (!removed.isEmpty()) {
      queue.drop(transaction, removed);
    }
    List<WebhookEvent> events =
        announcements.of(
            transaction, changes.stream().map(one -> new HeardChange(one, now)).toList());
    if (!events.isEmpty()) {
      queue.add(transaction, events, now, Optional.empty(), false);
    }
  }
}
