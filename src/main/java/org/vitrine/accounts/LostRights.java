package org.vitrine.accounts;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.platform.database.Queries;

/**
 * Carries up that somebody's right was taken away, so that what they gave on by it ends in the same
 * transaction.
 */
public final class LostRights {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Whoever keeps something that rests on the right of another. */
  public interface Listener {
    /** This person may do less than before: what they may now stands in the database. */
    void personMayLess(Queries transaction, long person, Actor by);

    /** This key opens nothing any more. */
    void keyEnded(Queries transaction, long key, Actor by);
  }

  public void onLoss(Listener listener) {
    listeners.add(listener);
  }

  void personMayLess(Queries transaction, long person, Actor by) {
    listeners.forEach(listener -> listener.personMayLess(transaction, person, by));
  }

  void keyEnded(Queries transaction, long key, Actor by) {
    listeners.forEach(listener -> listener.keyEnded(transaction, key, by));
  }
}
