package org.vitrine.meetings;

import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.meetings.Poll.AskedPoll;
import org.vitrine.meetings.Poll.CastVote;
import org.vitrine.platform.Rejection;

/**
 * Questions to the table. Each company that is asked has one vote while a poll is open: by name it
 * may become another, in secret it is cast once. Whoever votes has come.
 */
final class TablePolls {
  private static final int MOST = 50;

  private final MeetingDesk desk;
  private final AttendanceRepository attendance = new AttendanceRepository();
  private final PollRepository repository = new PollRepository();

  TablePolls(MeetingDesk desk) {
    this.desk = desk;
  }

  /** Returns the key by which it is known. */
  long open(MeetingPerson by, MeetingNumber number, Optional<Long> item, AskedPoll asked) {
    return desk.act(
        by,
        number,
        turn -> {
          requireLive(turn);
          Optional<Long> about = item.map(key -> TableItems.require(turn, key));
          if (repository.count(turn.transaction(), number) >= MOST) {
            throw new Rejection.Conflict(
                "The table was asked %d times, which is as often as a meeting takes"
                    .formatted(MOST));
          }
          return repository.open(turn.transaction(), number, about, asked, turn.now());
        });
  }

  /** It takes no more votes, and is counted. */
  void close(MeetingPerson by, MeetingNumber number, long key) {
    desk.carryOut(
        by,
        number,
        turn -> {
          requireOpen(turn, key);
          repository.close(turn.transaction(), number, key, turn.now());
        });
  }

  void vote(MeetingPerson by, MeetingNumber number, long key, CastVote vote) {
    CompanyId company =
        by.company()
            .orElseThrow(() -> new Rejection.Forbidden("Companies vote; the hosts have no vote"));
    desk.carryOut(
        by,
        number,
        turn -> {
          requireLive(turn);
          Poll poll = requireOpen(turn, key);
          requireChoice(poll, vote);
          attendance.came(turn.transaction(), number, by, turn.now());
          cast(turn, company, poll, vote);
        });
  }

  private void cast(MeetingTurn turn, CompanyId company, Poll poll, CastVote vote) {
    if (!poll.asked().secret()) {
      repository.vote(turn.transaction(), company, poll, vote);
    } else if (!repository.cast(turn.transaction(), company, poll, vote)) {
      throw new Rejection.Conflict(
          "Your company has voted: what was said in secret is nobody's to change");
    }
  }

  private static void requireChoice(Poll poll, CastVote vote) {
    int most = poll.asked().choices().size() - 1;
    vote.choice()
        .filter(choice -> choice < 0 || choice > most)
        .ifPresent(
            choice -> {
              throw new Rejection.Invalid(
                  "choice", "“%d” is none of the answers 0 to %d".formatted(choice, most));
            });
  }

  private Poll requireOpen(MeetingTurn turn, long key) {
    Poll poll =
        repository
            .shown(turn.transaction(), turn.person().audience(), List.of(turn.meeting().number()))
            .stream()
            .filter(one -> one.id() == key)
            .findFirst()
            .orElseThrow(() -> new Rejection.NotFound("There is no such poll at this meeting"));
    if (poll.closedAt().isPresent()) {
      throw new Rejection.Conflict("This poll is closed");
    }
    return poll;
  }

  private static void requireLive(MeetingTurn turn) {
    turn.require(MeetingState.LIVE, "Votes are held while a meeting is held");
  }
}
