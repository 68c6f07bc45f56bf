package org.vitrine.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What forgets what has run out, each by itself: one that fails is logged and tried again the next
 * time, and keeps no other from its work.
 */
public final class Sweeps {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

  private final Map<String, Runnable> sweeps = new LinkedHashMap<>();

  /**
   * @param what it forgets, for the log
   */
  public void add(String what, Runnable sweep) {
    sweeps.put(what, sweep);
  }

  public void run() {
    sweeps.forEach(Sweeps::run);
  }

  private static void run(String what, Runnable sweep) {
    try {
      sweep.run();
    } catch (RuntimeException fault) {
      LOG.warn("Old entries of {} could not be deleted", what, fault);
    }
  }
}
