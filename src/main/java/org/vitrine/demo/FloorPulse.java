package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.demo.DeviceScript.MissedSpell;
import org.vitrine.demo.DeviceScript.ScriptedMachine;
import org.vitrine.devices.Condition;
import org.vitrine.devices.Conditions;
import org.vitrine.devices.MachineSignal;
import org.vitrine.devices.MachineState;
import org.vitrine.devices.Machines;
import org.vitrine.production.Sender;

/**
 * What machines and measuring points of the demo plant say by themselves: first of the weeks
 * before, then as long as the plant works. One machine is silent and stays so.
 */
final class FloorPulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FloorPulse.class);
  private static final Sender SENDER = Sender.program("Building control");
  private static final Duration PAST = Duration.ofDays(35);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final double RHYTHM_SECONDS = 60;

  private final Conditions conditions;
  private final Machines machines;
  private final PlantClock clock;
  private final DeviceScript script;
  private final List<FloorClimate> places;
  private final CountDownLatch closing = new CountDownLatch(1);
  private Instant told;

  /**
   * @param zone where the plant is
   */
  FloorPulse(
      Conditions conditions,
      Machines machines,
      PlantClock clock,
      ZoneId zone,
      DeviceScript script) {
    this.conditions = conditions;
    this.machines = machines;
    this.clock = clock;
    this.script = script;
    this.places = script.places().stream().map(one -> new FloorClimate(one, zone)).toList();
    this.told = clock.real().minus(PAST);
  }

  /** What was told before, in an earlier start, is known and changes nothing. */
  void tellPast() {
    if (machines.areNone()) {
      machines.hear(past());
    }
    beat();
  }

  private List<MachineSignal> past() {
    Instant now = clock.real();
    return script.machines().stream()
        .flatMap(
            one ->
                one.isSilent()
                    ? Stream.of(silent(one, now))
                    : Stream.ofNullable(one.missed()).map(missed -> missed(one, missed, now)))
        .toList();
  }

  private static MachineSignal silent(ScriptedMachine one, Instant now) {
    Instant since = now.minus(Duration.ofHours(one.silentForHours()));
    return new MachineSignal(
        one.machine(), now, since, RHYTHM_SECONDS, MachineState.SILENT, since, null, null);
  }

  private static MachineSignal missed(ScriptedMachine one, MissedSpell missed, Instant now) {
    Instant from = missed.from(now);
    Instant until = missed.until(now);
    return new MachineSignal(
        one.machine(), until, until, RHYTHM_SECONDS, missed.state(), from, until, null);
  }

  void start() {
    Thread.ofVirtual().name("floor pulse").start(this::work);
  }

  private void work() {
    try {
      while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        tryBeat();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryBeat() {
    try {
      beat();
    } catch (RuntimeException fault) {
      LOG.debug("Machines were not heard", fault); // The next one says the same and more.
    }
  }

  private void beat() {
    Instant now = clock.real();
    List<Supplier<Condition>> readings =
        places.stream()
            .flatMap(place -> place.between(told, now).stream())
            .<Supplier<Condition>>map(one -> () -> one)
            .toList();
    if (!readings.isEmpty()) {
      conditions.take(readings, SENDER);
    }
    told = now;
    machines.hear(
        script.machines().stream()
            .filter(one -> !one.isSilent())
            .map(one -> live(one.machine(), now))
            .toList());
  }

  private static MachineSignal live(String machine, Instant now) {
    return new MachineSignal(
        machine, now, now, RHYTHM_SECONDS, MachineState.LIVE, null, null, null);
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
