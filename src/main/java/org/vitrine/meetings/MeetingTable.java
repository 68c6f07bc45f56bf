package org.vitrine.meetings;

import java.util.function.Consumer;
import org.vitrine.access.Actor;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.Actions;
import org.vitrine.meetings.LineActions.AssignedDeed;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Exchange;

/** What happens at the table while a meeting is held. */
final class MeetingTable {
  private final MeetingDesk desk;
  private final TableLines lines;
  private final LineActions actions;
  private final TablePolls polls;
  private final TableAttendance attendance;
  private final MeetingProgress progress;

  /**
   * @param ended what follows when a meeting is over, in the turn in which it ends
   */
  MeetingTable(
      MeetingDesk desk, MeetingReader reader, Actions actions, Consumer<MeetingTurn> ended) {
    this.desk = desk;
    this.actions = new LineActions(actions);
    this.lines = new TableLines(desk, this.actions);
    this.polls = new TablePolls(desk);
    this.attendance = new TableAttendance(desk, reader);
    this.progress = new MeetingProgress(desk, ended);
  }

  TableLines lines() {
    return lines;
  }

  TablePolls polls() {
    return polls;
  }

  TableAttendance attendance() {
    return attendance;
  }

  MeetingProgress progress() {
    return progress;
  }

  /** A line becomes something that somebody does until a day. */
  ActionNumber makeAction(
      MeetingPerson by, Actor actor, MeetingNumber number, long key, AssignedDeed deed) {
    return desk.act(
        by, number, turn -> actions.make(turn, lines.requireFree(turn, key), deed, actor));
  }

  /** It is words again; the action is withdrawn, and whoever raised the matter reads why. */
  void takeActionBack(
      MeetingPerson by, Actor actor, MeetingNumber number, long key, String reason) {
    desk.carryOut(
        by,
        number,
        turn -> {
          actions.takeBack(turn, lines.requireFree(turn, key), reason, actor);
        });
  }

  static MeetingNumber number(Exchange exchange) {
    return MeetingNumber.of(exchange.path("number")).orElseThrow(MeetingDesk::notHere);
  }

  /** What stands in a meeting, by the key in the address. */
  static long key(Exchange exchange, String name) {
    String text = exchange.path(name);
    if (!text.matches("[1-9][0-9]{0,15}")) {
      throw new Rejection.NotFound("There is nothing by this key at the meeting");
    }
    return Long.parseLong(text);
  }
}
