package org.vitrine.platform.changes;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.changes.OwedChange.ChangeKey;
import org.vitrine.platform.changes.SubscriberRepository.TakenPlace;
import org.vitrine.platform.changes.SubscriberRepository.UnheardChanges;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * Brings changes to one subscriber, step by step. A step is one transaction: it takes the
 * subscriber's place unless another node has it, lets it act, and moves on. Where that fails, what
 * was to be heard is noted as owed, and brought one by one: what fails alone is tried again later,
 * with whatever comes of the same thing waiting behind it, and the rest goes on.
 */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final int HEARD_AT_ONCE = 1_000;
  private static final int THINGS_WAITING = 1_000;
  private static final Snapshot THE_PAST = Snapshot.parse("3:3:");

  private final Database database;
  private final Subscriber subscriber;
  private final String name;
  private final Clock clock;
  private final SubscriberRepository repository = new SubscriberRepository();
  private final OwedChangeRepository owed = new OwedChangeRepository();

  Delivery(Database database, Subscriber subscriber, Clock clock) {
    this.database = database;
    this.subscriber = subscriber;
    this.name = subscriber.name();
    this.clock = clock;
  }

  /** Writes down where it begins, where it has not begun yet. */
  void enrol() {
    repository.enrol(
        database, name, subscriber.hearsThePast() ? THE_PAST : repository.present(database));
  }

  /** Returns whether there may be more to bring at once. */
  boolean step() {
    try {
      return database.inTransaction(transaction -> step(transaction, true));
    } catch (RuntimeException | Error fault) {
      LOG.debug("{} failed on a batch and takes it one by one", name, fault);
      return database.inTransaction(transaction -> step(transaction, false));
    }
  }

  private boolean step(Queries transaction, boolean together) {
    Optional<TakenPlace> place = repository.take(transaction, name);
    if (place.isEmpty()) {
      return false;
    }
    Snapshot from = place.get().snapshot();
    List<OwedChange> due =
        place.get().owes()
            ? owed.due(transaction, name, clock.instant(), HEARD_AT_ONCE)
            : List.of();
    if (!due.isEmpty()) {
      hearOwed(transaction, due);
      return true;
    }
    Set<ChangeKey> waiting =
        place.get().owes() ? owed.waiting(transaction, name, THINGS_WAITING) : Set.of();
    return together ? hearNew(transaction, from, waiting) : oweNew(transaction, from);
  }

  private boolean hearNew(Queries transaction, Snapshot from, Set<ChangeKey> waiting) {
    UnheardChanges read = repository.read(transaction, from, subscriber, HEARD_AT_ONCE + 1);
    if (read.changes().size() > HEARD_AT_ONCE || waiting.size() == THINGS_WAITING) {
      return oweNew(transaction, from);
    }
    Map<Boolean, List<Change>> mustWait =
        read.changes().stream()
            .collect(Collectors.partitioningBy(change -> waiting.contains(ChangeKey.of(change))));
    if (!mustWait.get(true).isEmpty()) {
      owed.owe(transaction, name, mustWait.get(true));
    }
    if (!mustWait.get(false).isEmpty()) {
      subscriber.hear(transaction, mustWait.get(false));
    }
    repository.moveOn(transaction, name, read.snapshot());
    return false;
  }

  private boolean oweNew(Queries transaction, Snapshot from) {
    repository.moveOn(transaction, name, repository.owe(transaction, from, subscriber));
    return true;
  }

  /** All at once where none has failed before; where that fails, each by itself. */
  private void hearOwed(Queries transaction, List<OwedChange> due) {
    Set<ChangeKey> failing =
        due.stream().filter(OwedChange::hasFailed).map(OwedChange::of).collect(Collectors.toSet());
    Map<Boolean, List<OwedChange>> failed =
        due.stream().collect(Collectors.partitioningBy(one -> failing.contains(one.of())));
    try {
      hear(transaction, failed.get(false));
    } catch (RuntimeException | Error fault) {
      hearOneByOne(transaction, failed.get(false));
    }
    hearOneByOne(transaction, failed.get(true));
  }

  private void hearOneByOne(Queries transaction, List<OwedChange> changes) {
    Set<ChangeKey> stuck = new HashSet<>();
    for (OwedChange one : changes) {
      if (!stuck.contains(one.of())) {
        try {
          hear(transaction, List.of(one));
        } catch (RuntimeException | Error fault) {
          stuck.add(one.of());
          fail(transaction, one, fault);
        }
      }
    }
  }

  private void hear(Queries transaction, List<OwedChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    transaction.attempt(
        part -> {
          List<Change> wanted =
              changes.stream()
                  .map(OwedChange::change)
                  .filter(change -> subscriber.kinds().contains(change.kind()))
                  .toList();
          if (!wanted.isEmpty()) {
            subscriber.hear(part, wanted);
          }
          owed.heard(part, changes);
          return null;
        });
  }

  private void fail(Queries transaction, OwedChange change, Throwable fault) {
    Instant now = clock.instant();
    OwedChange.Failed failed = change.failed(fault, now);
    owed.failed(transaction, failed);
    if (failed.setAside().isPresent()) {
      LOG.error("{} failed on {} for a day and sets it aside", name, change.of(), fault);
    } else if (!change.hasFailed()) {
      LOG.warn("{} failed on {} and will try again", name, change.of(), fault);
    }
  }
}
