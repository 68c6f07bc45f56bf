package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.actions.ActionNumber;
import org.vitrine.meetings.Afterwards.AmendmentDecision;
import org.vitrine.meetings.Amendment.AmendmentState;
import org.vitrine.meetings.LineActions.AssignedDeed;
import org.vitrine.meetings.MinuteLine.LineKind;
import org.vitrine.meetings.TableLines.NewLine;

/** What people do at one meeting, for rooms that let them do so otherwise than over HTTP. */
public final class MeetingHost {
  private final Meetings meetings;
  private final MeetingNumber number;

  MeetingHost(Meetings meetings, MeetingNumber number) {
    this.meetings = meetings;
    this.number = number;
  }

  /** Its page, as somebody sees it. */
  public JsonNode page(Caller by) {
    return meetings.page(MeetingPerson.of(by).audience(), number);
  }

  /** Proposes an item, or adds it; returns its key. */
  public long propose(Caller by, String title) {
    JsonNode before = page(by).path("items");
    meetings.agenda().add(MeetingPerson.of(by), number, new ProposeItem(title, null));
    return page(by)
        .path("items")
        .propertyStream()
        .filter(item -> !before.has(item.getKey()))
        .map(item -> Long.parseLong(item.getKey()))
        .findFirst()
        .orElseThrow();
  }

  /** All who are asked see it. */
  public void open(Caller by, long item) {
    meetings
        .agenda()
        .edit(
            MeetingPerson.of(by),
            number,
            item,
            new EditItem(null, null, null, true, null, null, null));
  }

  public void come(Caller by) {
    meetings.table().attendance().came(MeetingPerson.of(by), number);
  }

  /** Writes a line of the minutes; a decision, or what was said. Returns its key. */
  public long write(Caller by, Optional<Long> item, boolean decision, String text) {
    NewLine line = new NewLine(item, decision ? LineKind.DECISION : LineKind.REMARK, text, false);
    return Long.parseLong(meetings.table().lines().write(MeetingPerson.of(by), number, line).key());
  }

  /**
   * A line becomes something that somebody does until a day.
   *
   * @param owner by e-mail address
   */
  public ActionNumber makeAction(Caller by, Actor actor, long line, String owner, LocalDate due) {
    return meetings
        .table()
        .makeAction(MeetingPerson.of(by), actor, number, line, new AssignedDeed(owner, due));
  }

  /** An item is dealt with; those who raised it read the answer. */
  public void answer(Caller by, long item, String answer) {
    meetings.table().progress().close(MeetingPerson.of(by), number, item, answer);
  }

  /** Somebody who came wants the minutes to read otherwise; returns the key of that. */
  public long amend(Caller by, Optional<Long> line, String text) {
    return meetings.after().office().want(MeetingPerson.of(by), number, line, text);
  }

  public void takeAmendment(Caller by, Actor actor, long amendment, String answer) {
    meetings
        .after()
        .office()
        .decide(
            MeetingPerson.of(by),
            actor,
            number,
            amendment,
            new AmendmentDecision(AmendmentState.TAKEN, answer, Optional.empty()));
  }
}
