package org.vitrine.today;

import java.time.Instant;
import java.util.Set;
import org.vitrine.access.Permission;
import org.vitrine.platform.database.Queries;

/**
 * A part of the page, as the room that knows fills it: one statement, and few rows of many.
 *
 * @param name under which the page has it
 * @param needs what one has to be allowed to have it
 * @param movedBy the kinds of changes after which it may look different
 * @param isFor whether there is anything of theirs to look at
 */
record TodaySection(
    String name, Permission needs, Set<String> movedBy, Addressees isFor, SectionReading reading) {

  /** Who among those who may have it does. */
  @FunctionalInterface
  interface Addressees {
    /** It says the same to everybody. */
    Addressees ALIKE = reader -> true;

    boolean includes(TodayReader reader);
  }

  /** Reads it; what it answers becomes JSON. */
  @FunctionalInterface
  interface SectionReading {
    Object read(Queries queries, TodayReader reader, Instant now);
  }

  /** Whether it says the same to all who have it: then it is read once for many. */
  boolean isAlike() {
    return isFor == Addressees.ALIKE;
  }

  boolean belongsTo(TodayReader reader) {
    return reader.may().contains(needs) && isFor.includes(reader);
  }
}
