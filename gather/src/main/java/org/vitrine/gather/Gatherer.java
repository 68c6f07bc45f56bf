package org.vitrine.gather;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.gather.delivery.Delivery;
import org.vitrine.gather.delivery.SetAside;
import org.vitrine.gather.delivery.VitrineApi;
import org.vitrine.gather.health.Health;
import org.vitrine.gather.health.HealthPort;
import org.vitrine.gather.journal.Entry;
import org.vitrine.gather.journal.Journal;
import org.vitrine.gather.journal.Message;
import org.vitrine.gather.plan.Plan;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Source;

/** All parts of a gatherer at work, from its start to its end. */
public final class Gatherer implements AutoCloseable {
  private static final Duration LAST_DELIVERY = Duration.ofSeconds(10);

  private final Journal journal;
  private final Intake intake;
  private final Delivery delivery;
  private final HealthPort port;
  private final List<Source> sources = new ArrayList<>();
  private final Thread intakeThread;
  private final Thread deliveryThread;
  private final Thread healthThread;

  /**
   * Starts it; {@link IOException} says why where it cannot work.
   *
   * @param again true where what was set aside is sent again
   */
  public static Gatherer start(Plan plan, Health health, InstantSource clock, boolean again)
      throws IOException {
    Journal journal = Journal.open(plan.data(), Journal.Limits.USUAL);
    try {
      return new Gatherer(plan, journal, health, clock, again);
    } catch (IOException | RuntimeException failed) {
      journal.close();
      throw failed;
    }
  }

  private Gatherer(Plan plan, Journal journal, Health health, InstantSource clock, boolean again)
      throws IOException {
    this.journal = journal;
    journal.damages().forEach(health::damaged);
    SetAside refused = new SetAside(plan.data());
    if (again) {
      sendAgain(refused, clock);
    }
    intake = new Intake(plan, journal.memory(), journal::append, health, clock);
    if (journal.lostRecords()) {
      intake.tellLoss();
    }
    VitrineApi vitrine = new VitrineApi(plan.server(), plan.key());
    delivery = new Delivery(journal, vitrine, refused, health, clock);
    health.asks(
        journal::waiting,
        () -> plan.data().toFile().getUsableSpace(),
        () -> intake.machines().standing());
    port = plan.healthPort() == 0 ? null : new HealthPort(plan.healthPort(), health);
    intakeThread = Thread.ofVirtual().name("intake").start(intake);
    deliveryThread = Thread.ofVirtual().name("delivery").start(delivery);
    healthThread = Thread.ofVirtual().name("health").start(() -> sayHealth(health));
    Connections connections = new Connections(clock, false);
    for (SourcePlan source : plan.sources()) {
      sources.add(connections.to(source, intake.receiverFor(source)));
    }
    sources.forEach(Source::start);
  }

  private void sendAgain(SetAside refused, InstantSource clock) throws IOException {
    List<Message> messages = refused.messages();
    if (!messages.isEmpty()) {
      journal.append(List.of(new Entry(messages, Map.of(), List.of())));
      refused.rename(clock.instant());
    }
  }

  private static void sayHealth(Health health) {
    try {
      health.sayEveryMinute();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no more, keeps what was taken, delivers what can be delivered at once, and ends. */
  @Override
  public void close() {
    sources.forEach(Source::close);
    intake.stop();
    join(intakeThread);
    delivery.stop();
    join(deliveryThread);
    healthThread.interrupt();
    if (port != null) {
      port.close();
    }
    try {
      journal.close();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static void join(Thread thread) {
    try {
      if (!thread.join(LAST_DELIVERY)) {
        thread.interrupt();
        thread.join(Duration.ofSeconds(1));
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
