package org.vitrine.platform.web;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where business code runs: it reads top to bottom and may wait. */
public final class VirtualThreads {
  private static final ExecutorService EXECUTOR = Executors.newVirtualThreadPerTaskExecutor();

  private VirtualThreads() {}

  public static void run(Runnable work) {
    EXECUTOR.execute(work);
  }
}
