package org.vitrine.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.platform.database.Queries;

/**
 * Tells listeners that a right was revoked, inside the same transaction, so that what was passed on
 * by that right, such as glass links, ends with it.
 */
public final class Revocations {
  private final List<RevocationListener> listeners = new CopyOnWriteArrayList<>();

  /** Whoever keeps something that rests on the right of another. */
  public interface RevocationListener {
    /** This person may do less than before: what they may now stands in the database. */
    void personMayLess(Queries transaction, long person, Actor by);

    /** This key opens nothing any more. */
    void keyEnded(Queries transaction, long key, Actor by);
  }

  public void onRevocation(RevocationListener listener) {
    listeners.add(listener);
  }

  public void personMayLess(Queries transaction, long person, Actor by) {
    listeners.forEach(listener -> listener.personMayLess(transaction, person, by));
  }

  void keyEnded(Queries transaction, long key, Actor by) {
    listeners.forEach(listener -> listener.keyEnded(transaction, key, by));
  }
}
