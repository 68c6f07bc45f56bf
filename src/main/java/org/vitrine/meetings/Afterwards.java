package org.vitrine.meetings;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.meetings.Amendment.AmendmentState;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.meetings.PrintedMinutesRepository.PrintedLine;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * What comes after a meeting was held, each act on somebody's turn with it:
 *
 * <ul>
 *   <li>its minutes are prepared, and those who came and were asked read them;
 *   <li>until the end of the fifth day those who came say what should read otherwise, which is
 *       taken or declined with an answer;
 *   <li>then, or earlier by hand, they are final once nothing is left to decide: numbered, and
 *       never written again. A correction is a line of its own.
 * </ul>
 */
final class Afterwards {
  private static final int MOST_AMENDMENTS = 30;

  private final AmendmentDays days;
  private final MinutesMails mails;
  private final LineActions actions;
  private final AfterwardsRepository repository = new AfterwardsRepository();
  private final AmendmentRepository amendments = new AmendmentRepository();
  private final PrintedMinutesRepository minutes = new PrintedMinutesRepository();
  private final LineRepository lines = new LineRepository();

  Afterwards(AmendmentDays days, MinutesMails mails, LineActions actions) {
    this.days = days;
    this.mails = mails;
    this.actions = actions;
  }

  /** It has just ended: those who came, and those who were asked, read what was written. */
  void ended(MeetingTurn turn) {
    mails.prepared(turn.transaction(), turn.meeting(), days.last(turn.now()));
  }

  /** From now on they stay as they are. */
  void finish(MeetingTurn turn) {
    turn.require(MeetingState.PREPARED, "The minutes are not prepared, or final already");
    long open = undecided(turn.transaction(), turn.meeting().number());
    if (open > 0) {
      throw new Rejection.Conflict(
          "Decide first what should read otherwise: %d of it is open".formatted(open));
    }
    close(turn);
  }

  /** Whether nothing is left to decide; the meeting is held by the caller. */
  boolean isDecided(Queries transaction, MeetingNumber meeting) {
    return undecided(transaction, meeting) == 0;
  }

  private long undecided(Queries transaction, MeetingNumber meeting) {
    return amendments.of(transaction, Optional.empty(), List.of(meeting)).stream()
        .filter(one -> one.state() == AmendmentState.OPEN)
        .count();
  }

  /** They are final. */
  void close(MeetingTurn turn) {
    minutes.number(turn.transaction(), turn.meeting().number());
    repository.finish(turn.transaction(), turn.meeting().number(), turn.now());
    mails.finished(turn.transaction(), turn.meeting());
  }

  /**
   * Somebody who came wants a line, or the whole, to read otherwise. Throws {@link
   * Rejection.Forbidden} where they did not come.
   */
  long want(MeetingTurn turn, Optional<Long> line, String text) {
    turn.require(
        MeetingState.PREPARED,
        "Minutes can only be amended once they are prepared, until they are final");
    MeetingPerson by = turn.person();
    if (!turn.now().isBefore(days.end(turn.meeting().moments().prepared().orElseThrow()))) {
      throw new Rejection.Conflict("The days in which minutes can be amended are over");
    }
    if (repository.came(turn.transaction(), by.company(), List.of(turn.meeting().number())).stream()
        .noneMatch(one -> one.person() == by.id())) {
      throw new Rejection.Forbidden("Only those who came can amend the minutes");
    }
    line.ifPresent(wanted -> line(turn, wanted));
    if (of(turn).stream().filter(one -> one.person() == by.id()).count() >= MOST_AMENDMENTS) {
      throw new Rejection.Conflict(
          "One person can ask for at most %d changes of the minutes".formatted(MOST_AMENDMENTS));
    }
    Amendment wanted =
        new Amendment(
            ItemKeys.draw(),
            turn.meeting().number(),
            line,
            text,
            by.company(),
            by.id(),
            by.name(),
            Json.asRead(turn.now()),
            AmendmentState.OPEN,
            Optional.empty());
    amendments.want(turn.transaction(), wanted);
    return wanted.id();
  }

  private List<Amendment> of(MeetingTurn turn) {
    return amendments.of(
        turn.transaction(), turn.person().company(), List.of(turn.meeting().number()));
  }

  private PrintedLine line(MeetingTurn turn, long id) {
    return minutes
        .shown(turn.transaction(), turn.person().audience(), List.of(turn.meeting().number()))
        .stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .orElseThrow(
            () -> new Rejection.Invalid("line", "“%d” is no line of these minutes".formatted(id)));
  }

  /**
   * How somebody decides.
   *
   * @param text how the line reads from then on, or what is added where it concerned the whole;
   *     absent for what was asked for
   */
  record AmendmentDecision(AmendmentState outcome, String answer, Optional<String> text) {}

  /** Whoever asked for it is told. Throws {@link Rejection.Conflict} where it is decided. */
  void decide(MeetingTurn turn, long amendment, AmendmentDecision decision, Actor by) {
    turn.require(MeetingState.PREPARED, "The minutes are not prepared, or final already");
    Amendment wanted =
        of(turn).stream()
            .filter(one -> one.id() == amendment)
            .findFirst()
            .orElseThrow(() -> new Rejection.NotFound("There is no such amendment"));
    if (!amendments.decide(
        turn.transaction(), wanted, decision.outcome(), decision.answer(), turn.now())) {
      throw new Rejection.Conflict(
          "It was %s already: “%s”"
              .formatted(wanted.state().code(), Excerpt.of(wanted.answer().orElse(""))));
    }
    if (decision.outcome() == AmendmentState.TAKEN) {
      take(turn, wanted, decision.text().orElse(wanted.text()), by);
    }
    mails.decided(turn.transaction(), turn.meeting(), wanted, decision);
  }

  private void take(MeetingTurn turn, Amendment wanted, String text, Actor by) {
    MeetingNumber meeting = turn.meeting().number();
    if (wanted.line().isEmpty()) {
      minutes.add(turn.transaction(), meeting, Optional.empty(), text, turn.person(), turn.now());
      return;
    }
    WrittenLine line =
        lines
            .find(turn.transaction(), meeting, wanted.line().get())
            .orElseThrow(
                () -> new Rejection.Conflict("The line has been taken away since; decline it"));
    minutes.reword(turn.transaction(), meeting, line.id(), text);
    actions.followWhileOpen(turn, line, text, by);
  }

  /**
   * What turned out to be wrong in minutes that are final: a line that names which it corrects.
   * What is wrong in a correction corrects the line that this one corrects, and stands behind it.
   */
  long correct(MeetingTurn turn, long line, String text) {
    turn.require(MeetingState.FINAL, "Minutes that are not final can be changed themselves");
    PrintedLine wrong = line(turn, line);
    PrintedLine corrected = wrong.corrects().map(first -> line(turn, first)).orElse(wrong);
    return minutes.add(
        turn.transaction(),
        turn.meeting().number(),
        Optional.of(corrected),
        text,
        turn.person(),
        turn.now());
  }
}
