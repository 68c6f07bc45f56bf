package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DeferredTasksTest {
  private final Logger log = (Logger) LoggerFactory.getLogger(DeferredTasks.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private final DeferredTasks deferred = new DeferredTasks("mails");
  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger strangers = new AtomicInteger();

  @BeforeEach
  void listen() {
    said.start();
    log.addAppender(said);
  }

  @AfterEach
  void leave() {
    gate.countDown();
    log.detachAppender(said);
  }

  @Test
  void a_stranger_who_asks_a_lot_crowds_nobody_out() throws Exception {
    CountDownLatch neighbour = new CountDownLatch(1);
    rush(5_000);
    deferred.run("elsewhere", neighbour::countDown);
    gate.countDown();

    assertThat(neighbour.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(strangers).hasValueLessThanOrEqualTo(20);
  }

  @Test
  void what_is_dropped_is_said_once() {
    rush(5_000);

    assertThat(said.list).extracting(ILoggingEvent::getLevel).containsOnlyOnce(Level.WARN);
  }

  @Test
  void when_the_rush_is_over_the_place_is_served_again() throws Exception {
    rush(100);
    gate.countDown();
    CountDownLatch later = new CountDownLatch(1);
    for (int i = 0; later.getCount() > 0 && i < 1_000; i++) {
      deferred.run("stranger", later::countDown);
      TimeUnit.MILLISECONDS.sleep(10);
    }

    assertThat(later.getCount()).isZero();
  }

  private void rush(int crowd) {
    for (int i = 0; i < crowd; i++) {
      deferred.run("stranger", this::stand);
    }
  }

  private void stand() {
    try {
      gate.await();
      strangers.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
