package org.vitrine.feature;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;

/**
 * What of a feature can be found by search: a kind of things, the changes after which they are read
 * anew, and how they are read. Search keeps what it read, fills itself with what was there before,
 * and knows no feature besides.
 */
public interface SearchSource {

  /** What pages call the kind, and people choose by: {@code order}. It never changes. */
  String kind();

  /** Raised where the same thing is to be found by other words than before: all are read again. */
  default int edition() {
    return 1;
  }

  /** Whoever may do one of these finds things of this kind. */
  Set<Permission> foundWith();

  /** The companies of which alone this person finds things of this kind; nothing where of all. */
  default Optional<Set<CompanyId>> narrowedTo(Queries queries, Caller.SignedIn person) {
    return Optional.empty();
  }

  /** The kinds of changes after which something may have to be read anew. */
  Set<String> hears();

  /** What of the histories of orders tells nothing that could be found, by the events' kinds. */
  default Set<String> passesOver() {
    return Set.of();
  }

  /** Whether of several changes of one kind and key the newest is enough. */
  default boolean hearsOnlyTheNewest() {
    return true;
  }

  /** The address of what is there no longer by this change: nothing leads there any more. */
  default Optional<String> gone(Change change) {
    return Optional.empty();
  }

  /** What is to be read after any other change, by its key. */
  default String key(Change change) {
    return change.key();
  }

  /**
   * What is there now of what these keys lead to. All entries of a key are read together: those
   * that are not among them are gone.
   */
  List<Findable> read(Queries queries, Collection<String> keys);

  /**
   * The next keys of what is there, oldest first.
   *
   * @param key after which they come; empty for the first
   */
  List<String> after(Queries queries, String key, int limit);
}
