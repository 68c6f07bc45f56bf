package org.vitrine.bench.lab;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Load that comes when it is due, whether or not what came before was answered. Each sender waits
 * for its own answers; what is due while all of them wait keeps the time at which it was due.
 */
public final class OpenLoop {
  private static final Due END = new Due(-1, Instant.EPOCH);

  private OpenLoop() {}

  /** The n-th thing to send, and when it was due. */
  public record Due(int n, Instant at) {}

  /** Sends what is due. */
  @FunctionalInterface
  public interface Sender {
    void send(Due due) throws Exception;
  }

  /** Sends so many a second for so long; returns how many. Throws what a sender threw. */
  public static int run(double perSecond, Duration lasting, List<? extends Sender> senders)
      throws Exception {
    int count = Math.max(1, (int) Math.round(perSecond * lasting.toNanos() / 1e9));
    BlockingQueue<Due> queue = new LinkedBlockingQueue<>();
    List<Future<?>> working = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(senders.size())) {
      senders.forEach(sender -> working.add(threads.submit(() -> work(queue, sender))));
      tick(perSecond, count, queue);
      senders.forEach(sender -> queue.add(END));
      for (Future<?> sender : working) {
        sender.get();
      }
    }
    return count;
  }

  private static void tick(double perSecond, int count, BlockingQueue<Due> queue) {
    long start = System.nanoTime();
    Instant wallStart = Instant.now();
    for (int n = 0; n < count; n++) {
      long after = (long) (n * 1e9 / perSecond);
      long wait;
      while ((wait = start + after - System.nanoTime()) > 0) {
        LockSupport.parkNanos(wait);
      }
      queue.add(new Due(n, wallStart.plus(after, ChronoUnit.NANOS)));
    }
  }

  private static Void work(BlockingQueue<Due> queue, Sender sender) throws Exception {
    for (Due due = queue.take(); due != END; due = queue.take()) {
      sender.send(due);
    }
    return null;
  }
}
