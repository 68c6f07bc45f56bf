package org.vitrine.meetings;

import java.util.Optional;
import java.util.function.Consumer;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.platform.Rejection;

/** A meeting is begun, goes from item to item, and is over. */
final class MeetingProgress {
  private final MeetingDesk desk;
  private final Consumer<MeetingTurn> ended;
  private final PollRepository polls = new PollRepository();
  private final LineRepository lines = new LineRepository();
  private final ProgressRepository repository = new ProgressRepository();

  /**
   * @param ended what follows when it is over, in the same turn
   */
  MeetingProgress(MeetingDesk desk, Consumer<MeetingTurn> ended) {
    this.desk = desk;
    this.ended = ended;
  }

  /** It begins with the first item that is open. */
  void begin(MeetingPerson by, MeetingNumber number) {
    desk.carryOut(
        by,
        number,
        turn -> {
          turn.require(MeetingState.PLANNED, "Only a meeting that is still to come begins");
          repository.begin(turn.transaction(), number, TableItems.first(turn), turn.now());
        });
  }

  /** Polls that are open close, nobody writes any more, and its minutes are prepared. */
  void end(MeetingPerson by, MeetingNumber number) {
    desk.carryOut(
        by,
        number,
        turn -> {
          requireLive(turn);
          polls
              .open(turn.transaction(), number)
              .forEach(poll -> polls.close(turn.transaction(), number, poll, turn.now()));
          lines.letGo(turn.transaction(), number);
          repository.end(turn.transaction(), number, turn.now());
          ended.accept(turn);
        });
  }

  /** Where we are from now on; nowhere where no item is given. */
  void turnTo(MeetingPerson by, MeetingNumber number, Optional<Long> item) {
    desk.carryOut(
        by,
        number,
        turn -> {
          requireLive(turn);
          Optional<Long> there = item.map(key -> TableItems.require(turn, key));
          if (!turn.meeting().currentItem().equals(there)) {
            repository.turnTo(turn.transaction(), number, there, turn.now());
          }
        });
  }

  /** An item is dealt with; the answer is for those who raised it. */
  void close(MeetingPerson by, MeetingNumber number, long item, String answer) {
    desk.carryOut(
        by,
        number,
        turn -> {
          requireHeld(turn);
          TableItems.require(turn, item);
          if (!repository.close(turn.transaction(), number, item, answer, turn.now())) {
            throw new Rejection.Conflict("Only an item that is on the agenda is closed");
          }
        });
  }

  /** It is not dealt with after all, and comes to the next meeting. */
  void open(MeetingPerson by, MeetingNumber number, long item) {
    desk.carryOut(
        by,
        number,
        turn -> {
          requireHeld(turn);
          TableItems.require(turn, item);
          if (!repository.open(turn.transaction(), number, item)) {
            throw new Rejection.Conflict("This item is not closed");
          }
        });
  }

  private static void requireLive(MeetingTurn turn) {
    turn.require(MeetingState.LIVE, "This meeting is not being held");
  }

  private static void requireHeld(MeetingTurn turn) {
    if (turn.meeting().state() != MeetingState.PREPARED) {
      requireLive(turn);
    }
  }
}
