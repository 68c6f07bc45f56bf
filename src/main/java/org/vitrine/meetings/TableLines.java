package org.vitrine.meetings;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.meetings.MinuteLine.LineKind;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/**
 * The minutes while they are taken. Staff write them; those who are asked add suggestions, and
 * change what they said themselves. A line is one person's while they write, and nobody writes over
 * what they have not seen: a text that comes too late is a {@link Rejection.Conflict}, and stays
 * with whoever wrote it.
 */
final class TableLines {
  private static final int MOST_OF_HOUSE = 2_000;
  private static final int MOST_OF_GUESTS = 1_000;
  private static final int MOST_OF_ONE_GUEST = 50;

  private final MeetingDesk desk;
  private final LineActions actions;
  private final MinuteRepository minutes = new MinuteRepository();
  private final LineRepository repository = new LineRepository();

  TableLines(MeetingDesk desk, LineActions actions) {
    this.desk = desk;
    this.actions = actions;
  }

  /**
   * @param item to what it is said
   * @param writesOn whether whoever wrote it goes on writing
   */
  record NewLine(Optional<Long> item, LineKind kind, String text, boolean writesOn) {}

  /**
   * What is different about a line; what is absent stays.
   *
   * @param version of the line as whoever writes has it before them; absent for any
   * @param writesOn whether they go on writing
   */
  record LineEdit(
      Optional<String> text,
      Optional<LineKind> kind,
      Optional<LinePlace> place,
      Optional<Integer> version,
      boolean writesOn) {}

  /** Before or after another line, and to the same item. */
  record LinePlace(long beside, boolean after) {}

  /**
   * @param heldUntil while it stays with whoever wrote
   */
  record SavedLine(String key, int version, Optional<Instant> heldUntil) {}

  SavedLine write(MeetingPerson by, MeetingNumber number, NewLine line) {
    return desk.act(by, number, turn -> write(turn, line));
  }

  private SavedLine write(MeetingTurn turn, NewLine line) {
    MeetingPerson by = turn.person();
    requireOpen(turn);
    requireRoom(turn);
    if (by.company().isPresent() && line.kind() != LineKind.SUGGESTION) {
      throw new Rejection.Forbidden("Guests add suggestions; the hosts write the minutes");
    }
    Optional<Long> item = line.item().map(wanted -> TableItems.require(turn, wanted));
    long id = ItemKeys.draw();
    minutes.add(
        turn.transaction(),
        new MinuteLine(
            id,
            turn.meeting().number(),
            item,
            turn.meeting().version() + 1, // No line is beyond it: see V090.
            line.kind(),
            line.text(),
            by,
            Optional.empty(),
            turn.now()));
    return saved(turn, id, 1, line.writesOn());
  }

  /** However much guests write, the house goes on. */
  private void requireRoom(MeetingTurn turn) {
    Queries transaction = turn.transaction();
    MeetingNumber number = turn.meeting().number();
    if (turn.person().company().isEmpty()) {
      if (repository.countOfHouse(transaction, number) >= MOST_OF_HOUSE) {
        throw new Rejection.Conflict(
            "The minutes have %,d lines, which is as many as they take".formatted(MOST_OF_HOUSE));
      }
      return;
    }
    if (repository.countOf(transaction, number, turn.person().id()) >= MOST_OF_ONE_GUEST) {
      throw new Rejection.Conflict(
          "You have made %d suggestions, which is as many as a meeting takes from one"
              .formatted(MOST_OF_ONE_GUEST));
    }
    if (repository.countOfGuests(transaction, number) >= MOST_OF_GUESTS) {
      throw new Rejection.Conflict(
          "%,d suggestions were made, which is as many as a meeting takes: say it aloud"
              .formatted(MOST_OF_GUESTS));
    }
  }

  private SavedLine saved(MeetingTurn turn, long id, int version, boolean writesOn) {
    Optional<LineHold> hold =
        Optional.of(LineHold.by(turn.person(), turn.now())).filter(held -> writesOn);
    repository.hold(turn.transaction(), id, hold);
    return new SavedLine(String.valueOf(id), version, hold.map(LineHold::until));
  }

  SavedLine save(MeetingPerson by, Actor actor, MeetingNumber number, long key, LineEdit edit) {
    return desk.act(
        by,
        number,
        turn -> {
          WrittenLine line = requireFree(turn, key);
          int version = line.version();
          edit.version().ifPresent(seen -> requireSeen(line, seen));
          by.company().ifPresent(company -> requireNoAction(line));
          if (edit.text().filter(text -> !text.equals(line.text())).isPresent()) {
            repository.save(turn.transaction(), key, edit.text().get());
            actions.follow(turn, line, edit.text().get(), actor);
            version++;
          }
          if (edit.kind().filter(kind -> kind != line.kind()).isPresent()) {
            turn(turn, line, edit.kind().get());
            version++;
          }
          edit.place().ifPresent(place -> move(turn, line, place));
          return saved(turn, key, version, edit.writesOn());
        });
  }

  private static void requireSeen(WrittenLine line, int seen) {
    if (line.version() != seen) {
      throw new Rejection.Conflict(
          "This line reads otherwise by now: yours was written to version %d, and it is at %d"
              .formatted(seen, line.version()));
    }
  }

  private void turn(MeetingTurn turn, WrittenLine line, LineKind kind) {
    requireHouse(turn);
    if (kind == LineKind.ACTION) {
      throw new Rejection.Invalid("kind", "Say who does it and by when to make it an action");
    }
    requireNoAction(line);
    repository.turn(turn.transaction(), line.id(), kind);
  }

  private static void requireNoAction(WrittenLine line) {
    line.deed()
        .ifPresent(
            deed -> {
              throw new Rejection.Conflict(
                  "It is followed as action %d: take that back first".formatted(deed.number()));
            });
  }

  private void move(MeetingTurn turn, WrittenLine line, LinePlace place) {
    requireHouse(turn);
    WrittenLine beside = require(turn, place.beside());
    if (beside.id() != line.id()) {
      repository.move(
          turn.transaction(),
          line.meeting(),
          line.id(),
          beside.sequence() + (place.after() ? 1 : 0),
          beside.item());
    }
  }

  /**
   * Somebody begins to write at a line, or is done; throws {@link Rejection.Conflict} where another
   * writes.
   */
  SavedLine hold(MeetingPerson by, MeetingNumber number, long key, boolean writes) {
    return desk.act(by, number, turn -> saved(turn, key, requireFree(turn, key).version(), writes));
  }

  void remove(MeetingPerson by, MeetingNumber number, long key) {
    desk.carryOut(
        by,
        number,
        turn -> {
          requireNoAction(requireFree(turn, key));
          repository.remove(turn.transaction(), key, turn.now());
        });
  }

  /** A line that this person may write at now. */
  WrittenLine requireFree(MeetingTurn turn, long key) {
    requireOpen(turn);
    WrittenLine line = require(turn, key);
    MeetingPerson by = turn.person();
    if (by.company().isPresent() && line.person() != by.id()) {
      throw new Rejection.Forbidden("Only whoever said it changes it");
    }
    line.hold()
        .filter(hold -> hold.keepsOut(by, turn.now()))
        .ifPresent(
            hold -> {
              throw new Rejection.Conflict(
                  "%s is writing here until %s UTC"
                      .formatted(
                          hold.name(),
                          DateTimeFormatter.ofPattern("HH:mm:ss")
                              .format(hold.until().atOffset(ZoneOffset.UTC))));
            });
    return line;
  }

  private WrittenLine require(MeetingTurn turn, long key) {
    return repository
        .find(turn.transaction(), turn.meeting().number(), key)
        .orElseThrow(() -> new Rejection.NotFound("There is no such line in these minutes"));
  }

  /** While it is held all write; whoever keeps it still does while the minutes are prepared. */
  private static void requireOpen(MeetingTurn turn) {
    if (turn.meeting().state() != MeetingState.PREPARED || !turn.person().keeps()) {
      turn.require(MeetingState.LIVE, "Minutes are taken while a meeting is held");
    }
  }

  private static void requireHouse(MeetingTurn turn) {
    if (turn.person().company().isPresent()) {
      throw new Rejection.Forbidden("The hosts arrange the minutes");
    }
  }
}
