package org.vitrine.meetings;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.actions.ActionChange;
import org.vitrine.actions.ActionChange.ActionStanding;
import org.vitrine.meetings.CarryRepository.LeftItem;
import org.vitrine.meetings.Matter.MatterKind;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.VoiceChange;

/**
 * Hears that what a meeting had dealt with is open again: a message that a customer says is not
 * solved, an action that did not work. Its item stands on the next agenda then. Pages of the
 * meeting that decided on an action follow it.
 */
final class ReopenedMatters implements Subscriber {
  private final MeetingDesk desk;
  private final Clock clock;
  private final CarryRepository repository = new CarryRepository();

  ReopenedMatters(MeetingDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "meetings.reopened";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(VoiceChange.REOPENED, ActionChange.KIND);
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    for (Change change : changes) {
      if (change.kind().equals(VoiceChange.REOPENED)) {
        repository
            .ofVoice(transaction, change.key())
            .ifPresent(item -> reopen(transaction, item, MatterKind.VOICE, change.key()));
      } else if (change.company().isEmpty()) {
        heardOfAction(transaction, change);
      }
    }
  }

  private void heardOfAction(Queries transaction, Change change) {
    ActionStanding standing = ActionStanding.of(change);
    Optional<MeetingNumber> decidedAt =
        standing
            .source()
            .filter(source -> source.kind().equals(MeetingPlanner.OCCASION))
            .map(source -> new MeetingNumber(source.number()));
    Optional<LeftItem> item =
        decidedAt.flatMap(
            meeting -> repository.ofAction(transaction, Long.parseLong(change.key())));
    if (standing.reopens() && item.isPresent()) {
      reopen(transaction, item.get(), MatterKind.ACTION, change.key());
    } else {
      decidedAt.ifPresent(meeting -> desk.touch(transaction, meeting));
    }
  }

  private void reopen(Queries transaction, LeftItem item, MatterKind kind, String key) {
    repository.reopen(transaction, item, kind, key, Json.asRead(clock.instant()));
    desk.touch(transaction, item.meeting());
  }
}
