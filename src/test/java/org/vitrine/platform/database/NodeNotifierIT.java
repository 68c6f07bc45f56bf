package org.vitrine.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;

class NodeNotifierIT {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void many_notifications_at_once_become_few_and_a_later_one_arrives_too() throws Exception {
    Semaphore here = new Semaphore(0);
    Semaphore there = new Semaphore(0);
    String url = TestDatabase.freshUrl();
    try (Database database = new Database(vertx, url, 2);
        NodeNotifier ringing = new NodeNotifier(vertx, database, here::release, here::release);
        NodeNotifier listening = new NodeNotifier(vertx, database, there::release, here::release)) {
      ringing.start();
      listening.start();
      awaitRing(here); // Each takes its first connection as a notification.
      awaitRing(there);
      awaitRing(here); // Then they tell each other that they are there.
      awaitRing(there);
      Thread.sleep(50);
      here.drainPermits();
      there.drainPermits();

      for (int i = 0; i < 1_000; i++) {
        ringing.notifyOthers();
      }
      awaitRing(there);
      Thread.sleep(50);
      assertThat(there.drainPermits()).isLessThan(500);

      ringing.notifyOthers();
      awaitRing(there);
      assertThat(here.availablePermits()).as("its own rings, heard by itself").isZero();
    }
  }

  @Test
  void where_nobody_was_heard_for_long_a_change_is_rung_to_nobody() throws Exception {
    String url = TestDatabase.freshUrl();
    try (Database database = new Database(vertx, url, 2);
        ListenConnection other = database.listenConnection(Duration.ofSeconds(60));
        NodeNotifier ringing = new NodeNotifier(vertx, database, () -> {}, () -> {})) {
      Semaphore there = new Semaphore(0);
      other.connection().notificationHandler(ring -> there.release());
      other.connection().query("LISTEN vitrine").execute().await();
      ringing.start();
      awaitRing(there); // It says that it is there, and takes it that others are.
      ringing.notifyOthers();
      awaitRing(there);

      Thread.sleep(10_500);
      there.drainPermits();
      assertThat(ringsAreHeard(ringing, there)).as("it has heard of nobody").isFalse();
      other.connection().query("NOTIFY vitrine").execute().await();
      awaitRing(there); // One's own.
      assertThat(ringsAreHeard(ringing, there)).isTrue();
    }
  }

  /** More often than it notifies by itself. */
  private static boolean ringsAreHeard(NodeNotifier ringing, Semaphore heard) throws Exception {
    for (int i = 0; i < 10; i++) {
      ringing.notifyOthers();
      Thread.sleep(50);
    }
    return heard.drainPermits() > 2;
  }

  private static void awaitRing(Semaphore heard) throws InterruptedException {
    assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).as("a ring was heard").isTrue();
  }
}
