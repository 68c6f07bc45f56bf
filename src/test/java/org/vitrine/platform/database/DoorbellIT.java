package org.vitrine.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
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

  private static void awaitRing(Semaphore heard) throws InterruptedException {
    assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).as("a ring was heard").isTrue();
  }
}
