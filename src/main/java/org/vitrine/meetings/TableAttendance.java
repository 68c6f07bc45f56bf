package org.vitrine.meetings;

import java.util.List;
import java.util.Optional;
import org.vitrine.meetings.AttendanceRepository.PossibleGuest;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.platform.Rejection;

/** Who came: whoever opens the page of a meeting while it is held, and whom its keepers mark. */
final class TableAttendance {
  private static final int MOST = 2_000;

  private final MeetingDesk desk;
  private final MeetingReader reader;
  private final AttendanceRepository repository = new AttendanceRepository();

  TableAttendance(MeetingDesk desk, MeetingReader reader) {
    this.desk = desk;
    this.reader = reader;
  }

  /** They are here; more often than once says nothing new, and moves no page. */
  void came(MeetingPerson by, MeetingNumber number) {
    boolean isKnown = reader.as(by.audience(), queries -> repository.isHere(queries, number, by));
    if (!isKnown) {
      desk.carryOut(
          by,
          number,
          turn -> {
            turn.require(MeetingState.LIVE, "Only who is at a meeting while it is held has come");
            repository.came(turn.transaction(), number, by, turn.now());
          });
    }
  }

  /** Somebody came, or did not, whatever pages were opened. */
  void mark(MeetingPerson by, MeetingNumber number, long person, boolean came) {
    desk.carryOut(
        by,
        number,
        turn -> {
          requireHeld(turn);
          if (came) {
            PossibleGuest guest = require(turn, person);
            repository.came(turn.transaction(), number, guest.asPerson(), turn.now());
          } else {
            repository.didNotCome(turn.transaction(), number, person);
          }
        });
  }

  private PossibleGuest require(MeetingTurn turn, long person) {
    return repository
        .possible(turn.transaction(), turn.meeting().number(), Optional.of(person), 1)
        .stream()
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "person", "“%d” is nobody who is asked to this meeting".formatted(person)));
  }

  private static void requireHeld(MeetingTurn turn) {
    if (turn.meeting().state() != MeetingState.PREPARED) {
      turn.require(MeetingState.LIVE, "Who came is written down while a meeting is held");
    }
  }

  /** Whoever can come, with who has; for the house. */
  List<PossibleGuest> possible(MeetingPerson by, MeetingNumber number) {
    return reader.as(
        by.audience(),
        queries -> {
          if (reader.find(queries, by.audience(), List.of(number)).isEmpty()) {
            throw MeetingDesk.notHere();
          }
          return repository.possible(queries, number, Optional.empty(), MOST);
        });
  }
}
