package org.vitrine.recalls;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.orders.Amount;
import org.vitrine.recalls.Recall.RecallMark;

/** What one company is told, as it was told, and how far it is. */
record RecallNotice(
    RecallNoticeId id,
    CompanyId company,
    NonconformanceNumber nonconformance,
    RecallMatter matter,
    List<NoticeLine> lines,
    NoticeTelling telling,
    NoticeAnswer answer,
    NoticeHandling handling) {

  RecallNotice {
    lines = List.copyOf(lines);
  }

  /**
   * How it was told.
   *
   * @param number how often it was
   * @param news what for, the last time
   */
  record NoticeTelling(int number, NoticeNews news, Instant first, RecallMark last) {}

  /**
   * What the company says.
   *
   * @param acknowledged which telling it has acknowledged
   * @param reached how many customers of its own it has passed it on to
   */
  record NoticeAnswer(
      Optional<RecallMark> read,
      Optional<RemedyChoice> choice,
      int acknowledged,
      Optional<PassedOn> reached) {}

  /** What was chosen, by whom. */
  record RemedyChoice(Remedy remedy, RecallMark mark) {}

  /** How many were reached, as somebody of the company said. */
  record PassedOn(long count, RecallMark mark) {}

  /**
   * What the house did about it.
   *
   * @param begun from then on the choice stands
   * @param done of its pieces
   */
  record NoticeHandling(Optional<Instant> begun, Amount done, Optional<NoticeLeft> left) {}

  /** Why nothing more is done though something is left. */
  record NoticeLeft(String reason, RecallMark mark) {}

  /** How far it is. */
  enum NoticeState {
    TOLD,
    READ,
    CHOSEN,
    BEGUN,
    DONE,
    LEFT,
    CLEARED;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Amount pieces() {
    return NoticeLine.pieces(lines);
  }

  boolean isAcknowledged() {
    return answer.choice().isPresent() && answer.acknowledged() == telling.number();
  }

  /** Whether this was chosen, and stands. */
  boolean isBegunAs(Remedy remedy) {
    return handling.begun().isPresent()
        && answer.choice().filter(choice -> choice.remedy() == remedy).isPresent();
  }

  boolean isDone() {
    return !lines.isEmpty()
        && handling.begun().isPresent()
        && handling.done().compareTo(pieces()) >= 0;
  }

  NoticeState state() {
    if (lines.isEmpty()) {
      return NoticeState.CLEARED;
    }
    if (isDone()) {
      return NoticeState.DONE;
    }
    if (handling.left().isPresent()) {
      return NoticeState.LEFT;
    }
    if (!isAcknowledged()) {
      return answer.read().isPresent() ? NoticeState.READ : NoticeState.TOLD;
    }
    return handling.begun().isPresent() ? NoticeState.BEGUN : NoticeState.CHOSEN;
  }

  /** The same as if nobody had said that nothing more is done. */
  RecallNotice withoutLeaving() {
    NoticeHandling going = new NoticeHandling(handling.begun(), handling.done(), Optional.empty());
    return new RecallNotice(id, company, nonconformance, matter, lines, telling, answer, going);
  }

  /** Whether nothing of it is left to be done. */
  boolean isFinished() {
    NoticeState state = state();
    return state == NoticeState.CLEARED || state == NoticeState.DONE || state == NoticeState.LEFT;
  }

  /** Whether the company is waited for. */
  boolean isWaitedFor() {
    return state() == NoticeState.TOLD || state() == NoticeState.READ;
  }
}
