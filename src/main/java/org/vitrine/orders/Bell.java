package org.vitrine.orders;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rung after a commit that changed orders. It carries nothing: who hears it reads the history. */
public final class Bell {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public void onRing(Runnable listener) {
    listeners.add(listener);
  }

  public void ring() {
    listeners.forEach(Runnable::run);
  }
}
