package org.vitrine.gather;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.vitrine.gather.health.Health;
import org.vitrine.gather.journal.Entry;
import org.vitrine.gather.journal.Journal;
import org.vitrine.gather.journal.Memory;
import org.vitrine.gather.mapping.Machines;
import org.vitrine.gather.mapping.Mapper;
import org.vitrine.gather.plan.Plan;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Happening;
import org.vitrine.gather.sources.Receiver;

/**
 * Takes what all sources give, one after the other, and acknowledges it when what comes of it is
 * kept. Where nothing can be kept, nothing is taken: what waits in a source is not lost.
 */
final class Intake implements Runnable {
  private static final int ROOM = 1_000;
  private static final int TOGETHER = 200;
  private static final Duration POSITIONS_EVERY = Duration.ofSeconds(10);
  private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(5);

  private final BlockingQueue<Given> given = new ArrayBlockingQueue<>(ROOM);
  private final Map<String, Mapper> mappers = new LinkedHashMap<>();
  private final Memory memory;
  private final Machines machines;
  private final Keeper keeper;
  private final Health health;
  private final InstantSource clock;
  private Instant positionsAt = Instant.EPOCH;
  private volatile Instant stopAt;

  /** Where entries are kept: the journal, or the screen in a preview. */
  @FunctionalInterface
  interface Keeper {
    void keep(List<Entry> entries) throws IOException;
  }

  private record Given(String source, Batch batch) {}

  Intake(Plan plan, Memory memory, Keeper keeper, Health health, InstantSource clock) {
    this.memory = memory;
    this.keeper = keeper;
    this.health = health;
    this.clock = clock;
    this.machines = new Machines(plan.sources(), memory, health, clock.instant());
    for (SourcePlan source : plan.sources()) {
      mappers.put(source.name(), new Mapper(source, memory, machines, health));
    }
  }

  /** Records of the journal are lost: told of every machine, and nothing is counted over it. */
  void tellLoss() throws IOException {
    Instant now = clock.instant();
    String sentence = "Some of what the gatherer had kept was damaged, and is lost";
    Happening lost = Happening.ofAll(Happening.Kind.GAP, null, now, sentence);
    List<Entry> entries = new ArrayList<>();
    mappers.values().forEach(mapper -> entries.add(mapper.anew(lost, now)));
    entries.add(Journal.LOSS_TOLD);
    memory.apply(Journal.LOSS_TOLD);
    keeper.keep(entries);
  }

  Machines machines() {
    return machines;
  }

  @Override
  public void run() {
    try {
      while (stopAt == null || !given.isEmpty()) {
        takeSome();
      }
      keep(new ArrayList<>(mappers.values().stream().map(Mapper::moved).toList()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      health.broken(bug);
      throw bug;
    }
  }

  private void takeSome() throws InterruptedException {
    List<Given> some = new ArrayList<>();
    Given first = given.poll(250, TimeUnit.MILLISECONDS);
    if (first != null) {
      some.add(first);
      given.drainTo(some, TOGETHER);
    }
    Instant now = clock.instant();
    List<Entry> entries = new ArrayList<>();
    for (Given one : some) {
      entries.add(mappers.get(one.source()).map(one.batch(), now));
    }
    entries.add(machines.passed(now, health::troubleOf));
    if (positionsAt.plus(POSITIONS_EVERY).isBefore(now)) {
      positionsAt = now;
      mappers.values().forEach(mapper -> entries.add(mapper.moved()));
    }
    if (keep(entries)) {
      some.forEach(one -> one.batch().kept().run());
    }
  }

  /** Tries until it is kept; false where it was told to stop and could not. */
  private boolean keep(List<Entry> entries) throws InterruptedException {
    List<Entry> saying = entries.stream().filter(entry -> !entry.saysNothing()).toList();
    while (!saying.isEmpty()) {
      try {
        keeper.keep(saying);
        health.diskFine();
        return true;
      } catch (IOException full) {
        health.diskTrouble(full);
        if (stopAt != null && clock.instant().isAfter(stopAt.plus(GIVE_UP_AFTER))) {
          return false;
        }
        Thread.sleep(1_000);
      }
    }
    return true;
  }

  /** Takes what was given by now, and ends. */
  void stop() {
    stopAt = clock.instant();
  }

  Receiver receiverFor(SourcePlan source) {
    return new Receiver() {
      @Override
      public void take(Batch batch) throws InterruptedException {
        given.put(new Given(source.name(), batch));
      }

      @Override
      public String position(String key) {
        return memory.of(Mapper.positionKey(source, key));
      }

      @Override
      public void connected() {
        health.connected(source.name());
      }

      @Override
      public void disconnected(String why) {
        health.disconnected(source.name(), why);
      }

      @Override
      public void unusable(String tag, String why, String value) {
        health.unused(source.name(), tag, why, value);
      }
    };
  }
}
