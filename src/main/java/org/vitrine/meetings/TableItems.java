package org.vitrine.meetings;

import java.util.List;
import java.util.Optional;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.platform.Rejection;

/** The items of an agenda that somebody at the table may speak to. */
final class TableItems {
  private static final AgendaRepository AGENDA = new AgendaRepository();

  private TableItems() {}

  /**
   * The item itself, or the one with which it is talked about since it was merged. Throws {@link
   * Rejection.Invalid} on {@code item} where there is none, or none for them.
   */
  static long require(MeetingTurn turn, long item) {
    return all(turn).stream()
        .filter(one -> one.id() == item)
        .findFirst()
        .map(one -> one.fate().mergedInto().orElse(item))
        .orElseThrow(
            () -> new Rejection.Invalid("item", "“%d” is no item of this agenda".formatted(item)));
  }

  /** The first that is talked about. */
  static Optional<Long> first(MeetingTurn turn) {
    return all(turn).stream()
        .filter(item -> item.state() == AgendaItem.AgendaState.OPEN)
        .map(AgendaItem::id)
        .findFirst();
  }

  private static List<AgendaItem> all(MeetingTurn turn) {
    return AGENDA.shown(
        turn.transaction(), turn.person().audience(), List.of(turn.meeting().number()));
  }
}
