package org.vitrine.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;

class DoorbellIT {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void many_rings_at_once_become_few_and_a_later_one_is_heard_too() throws Exception {
    Semaphore here = new Semaphore(0);
    Semaphore there = new Semaphore(0);
    String url = TestDatabase.freshUrl();
    try (Database database = new Database(vertx, url, 2);
        Doorbell ringing = new Doorbell(vertx, database, here::release);
        Doorbell listening = new Doorbell(vertx, database, there::release)) {
      ringing.start();
      listening.start();
      awaitRing(here); // Each takes its first connection as a ring.
      awaitRing(there);
      awaitRing(here); // Then they tell each other that they are there.
      awaitRing(there);
      Thread.sleep(50);
      here.drainPermits();
      there.drainPermits();

      for (int i = 0; i < 1_000; i++) {
        ringing.ring();
      }
      awaitRing(there);
      Thread.sleep(50);
      assertThat(there.drainPermits()).isLessThan(500);

      ringing.ring();
      awaitRing(there);
      assertThat(here.availablePermits()).as("its own rings, heard by itself").isZero();
    }
  }

  @Test
  void a_change_is_rung_where_somebody_is_known_to_listen() throws Exception {
    Semaphore here = new Semaphore(0);
    String url = TestDatabase.freshUrl();
    try (Database database = new Database(vertx, url, 2);
        Line other = database.line(Duration.ofSeconds(30));
        Doorbell ringing = new Doorbell(vertx, database, here::release)) {
      Semaphore there = new Semaphore(0);
      other.connection().notificationHandler(ring -> there.release());
      other.connection().query("LISTEN vitrine").execute().await();
      ringing.start();
      awaitRing(there); // It says that it is there.
      ringing.ring();
      assertThat(there.tryAcquire(500, TimeUnit.MILLISECONDS)).as("rung to nobody").isFalse();

      other.connection().query("NOTIFY vitrine").execute().await();
      awaitRing(there); // One's own.
      awaitRing(there); // The answer: it is there too.
      ringing.ring();
      awaitRing(there);
    }
  }

  private static void awaitRing(Semaphore heard) throws InterruptedException {
    assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).as("a ring was heard").isTrue();
  }
}
