package org.vitrine.webhooks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Changes.RecordedChange;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.webhooks.Announcements.HeardChange;
import org.vitrine.webhooks.WebhookQueueRepository.Replaying;

/**
 * Tells endpoints again what happened before, part by part. Where it has come to the end, it has
 * told all that was committed; what is committed after that, the subscriber hears.
 */
final class WebhookReplay {
  private static final int READ_AT_ONCE = 500;

  private final Database database;
  private final Changes changes;
  private final Announcements announcements;
  private final Clock clock;
  private final WebhookRepository webhooks = new WebhookRepository();
  private final WebhookQueueRepository queue = new WebhookQueueRepository();

  WebhookReplay(Database database, Changes changes, Announcements announcements, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.announcements = announcements;
    this.clock = clock;
  }

  void goOn() {
    while (database.inTransaction(this::part)) {
      // Each part in a transaction of its own.
    }
  }

  private boolean part(Queries transaction) {
    Optional<Replaying> one = queue.replaying(transaction);
    one.ifPresent(replaying -> part(transaction, replaying));
    return one.isPresent();
  }

  private void part(Queries transaction, Replaying one) {
    List<RecordedChange> read =
        changes.recordedAfter(transaction, one.after(), WebhookType.kinds(), READ_AT_ONCE);
    List<WebhookEvent> events =
        announcements.of(
            transaction,
            read.stream().map(found -> new HeardChange(found.change(), found.at())).toList());
    if (!events.isEmpty()) {
      queue.add(transaction, events, clock.instant(), Optional.of(one.webhook()), one.again());
    }
    Optional<Long> goesOnAfter =
        read.size() < READ_AT_ONCE ? Optional.empty() : Optional.of(read.getLast().position());
    webhooks.replay(transaction, one.webhook(), goesOnAfter, one.again());
  }
}
