package org.vitrine.meetings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;

/**
 * What is open again comes to the next meeting, as what stayed open does when its agenda is made. A
 * durable reader: whatever changes in a meeting, what was closed in it and in those before it, and
 * did not stay so, stands on the agenda of the next one a moment later, once, however often it is
 * looked at. What is answered after it was carried is answered on the next agenda too.
 */
final class CarryOver implements Subscriber {
  private final MeetingDesk desk;
  private final CarryRepository repository = new CarryRepository();

  CarryOver(MeetingDesk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "meetings.carried";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(MeetingChange.KIND);
  }

  @Override
  public boolean hearsOnlyTheNewest() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    for (Change change : changes) {
      MeetingNumber.of(change.key())
          .ifPresent(
              meeting -> {
                settle(transaction, meeting);
                carryFrom(transaction, meeting);
                repository
                    .before(transaction, meeting)
                    .forEach(earlier -> carryFrom(transaction, earlier));
              });
    }
  }

  private void settle(Queries transaction, MeetingNumber meeting) {
    for (MeetingNumber there : repository.toSettle(transaction, meeting)) {
      desk.act(
          transaction,
          there,
          Optional.empty(),
          turn -> {
            repository.settle(transaction, meeting, there);
            return null;
          });
    }
  }

  /** Where no meeting is planned yet, it waits for one. */
  private void carryFrom(Queries transaction, MeetingNumber from) {
    if (!repository.reopened(transaction, from).isEmpty()) {
      repository.next(transaction, from).ifPresent(to -> carry(transaction, from, to));
    }
  }

  /** The earlier one is locked first, as everywhere. */
  private void carry(Queries transaction, MeetingNumber from, MeetingNumber to) {
    desk.act(
        transaction,
        from,
        Optional.empty(),
        left ->
            desk.act(
                transaction,
                to,
                Optional.empty(),
                turn -> {
                  if (turn.meeting().state() == MeetingState.PLANNED
                      || turn.meeting().state() == MeetingState.LIVE) {
                    repository
                        .reopened(transaction, from)
                        .forEach(item -> repository.carry(transaction, item, to, turn.now()));
                  }
                  return null;
                }));
  }
}
