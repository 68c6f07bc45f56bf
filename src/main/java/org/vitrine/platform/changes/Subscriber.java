package org.vitrine.platform.changes;

import java.util.List;
import java.util.Set;
import org.vitrine.platform.database.Queries;

/**
 * A durable reader: it hears every change of its kinds once, whatever node dies, and what it does
 * in the transaction is done once. What it does outside of the database may be done again.
 */
public interface Subscriber {

  /** By this it is found again after a restart; it never changes. */
  String name();

  /** The kinds of changes that it hears. */
  Set<String> kinds();

  /**
   * What of the histories of orders it never minds, by the kinds of their events: it is not
   * brought, so that a morning on which every order is told something costs nothing to who does not
   * look.
   */
  default Set<String> passesOver() {
    return Set.of();
  }

  /**
   * Acts on these, in the transaction in which it also moves on. Changes of one kind and key come
   * in their order. Where it throws, nothing of it is done, and each is brought again by itself.
   */
  void hear(Queries transaction, List<Change> changes);

  /** Whether it hears what happened before it was there; if not, it begins with what comes next. */
  default boolean hearsThePast() {
    return false;
  }

  /**
   * Whether of several changes of one kind and key that are new together the newest is enough: for
   * whoever looks at the thing itself anyway, and must not fall behind however often it changes.
   */
  default boolean hearsOnlyTheNewest() {
    return false;
  }
}
