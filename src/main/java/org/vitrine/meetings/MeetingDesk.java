package org.vitrine.meetings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * Where meetings are written to: each act locks its meeting, does what it does or throws a {@link
 * Rejection}, raises the version by one and tells open pages, all in one transaction. So everything
 * in one meeting happens one after the other, and its versions have no gaps. Customers write behind
 * the second wall.
 */
final class MeetingDesk {
  private final Database database;
  private final Changes changes;
  private final MeetingRepository repository;
  private final SeriesRepository series = new SeriesRepository();
  private final Clock clock;

  MeetingDesk(Database database, Changes changes, MeetingRepository repository, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.repository = repository;
    this.clock = clock;
  }

  /**
   * Somebody's turn with a meeting, which is held until it is over.
   *
   * @param by absent where it happens by itself
   */
  record MeetingTurn(
      Queries transaction, Meeting meeting, Optional<MeetingPerson> by, Instant now) {

    MeetingPerson person() {
      return by.orElseThrow();
    }

    /** Throws {@link Rejection.Conflict} with this sentence where it is in another state. */
    void require(MeetingState state, String otherwise) {
      if (meeting.state() != state) {
        throw new Rejection.Conflict(otherwise);
      }
    }
  }

  /** Does something at a meeting that they may see. */
  <T> T act(MeetingPerson by, MeetingNumber number, Function<MeetingTurn, T> act) {
    return write(by.company(), transaction -> act(transaction, number, Optional.of(by), act));
  }

  /** The same where other dates of its series may be written to as well: all are held first. */
  <T> T actOnSeries(MeetingPerson by, MeetingNumber number, Function<MeetingTurn, T> act) {
    return write(
        by.company(),
        transaction -> {
          series.hold(transaction, number);
          return act(transaction, number, Optional.of(by), act);
        });
  }

  /** The same where nothing is answered. */
  void carryOut(MeetingPerson by, MeetingNumber number, Consumer<MeetingTurn> act) {
    act(
        by,
        number,
        turn -> {
          act.accept(turn);
          return null;
        });
  }

  /** What happens by itself, in somebody's transaction that writes for the house. */
  <T> T act(
      Queries transaction,
      MeetingNumber number,
      Optional<MeetingPerson> by,
      Function<MeetingTurn, T> act) {
    Optional<CompanyId> company = by.flatMap(MeetingPerson::company);
    if (!repository.lock(transaction, number, company)) {
      throw notHere();
    }
    Meeting meeting =
        repository.find(transaction, List.of(number), company).stream()
            .findFirst()
            .orElseThrow(MeetingDesk::notHere);
    T done = act.apply(new MeetingTurn(transaction, meeting, by, Json.asRead(clock.instant())));
    raise(transaction, number, company);
    return done;
  }

  /**
   * What happens by itself at one that may have changed nothing: then it stays at its version.
   *
   * @param act false where nothing is another than before
   */
  void actIfNeeded(Queries transaction, MeetingNumber number, Function<MeetingTurn, Boolean> act) {
    if (!repository.lock(transaction, number, Optional.empty())) {
      throw notHere();
    }
    Meeting meeting = repository.find(transaction, List.of(number), Optional.empty()).getFirst();
    Instant now = Json.asRead(clock.instant());
    if (act.apply(new MeetingTurn(transaction, meeting, Optional.empty(), now))) {
      raise(transaction, number, Optional.empty());
    }
  }

  /** Its pages are drawn anew; nothing where there is no such meeting. */
  void touch(Queries transaction, MeetingNumber number) {
    if (repository.lock(transaction, number, Optional.empty())) {
      raise(transaction, number, Optional.empty());
    }
  }

  private void raise(Queries transaction, MeetingNumber number, Optional<CompanyId> by) {
    int version = repository.raise(transaction, number);
    changes.record(transaction, List.of(MeetingChange.of(number, version, by)));
  }

  /** What does not exist and what one is not asked to are told alike. */
  static Rejection notHere() {
    return new Rejection.NotFound("There is no such meeting");
  }

  private <T> T write(Optional<CompanyId> company, Function<Queries, T> work) {
    return company.isPresent()
        ? database.inTransactionOnBehalfOf(company.get().value(), work)
        : database.inTransaction(work);
  }
}
