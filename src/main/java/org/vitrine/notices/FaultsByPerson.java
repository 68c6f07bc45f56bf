package org.vitrine.notices;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What went wrong last for whom, so that what goes wrong again and again is said once: until it is
 * something else, or has gone well meanwhile.
 */
final class FaultsByPerson {
  /** Of more people it is forgotten, and said once more. */
  private static final int MOST = 10_000;

  private static final int FRAMES = 5;

  private final Map<Long, String> last = new ConcurrentHashMap<>();

  boolean isNew(long person, RuntimeException fault) {
    if (last.size() >= MOST) {
      last.clear();
    }
    String now = named(fault);
    return !now.equals(last.put(person, now));
  }

  /** It went well, or there was nothing to do. */
  void none(long person) {
    last.remove(person);
  }

  /** The same fault at the same place has the same name. */
  private static String named(Throwable fault) {
    String where = Arrays.toString(Arrays.stream(fault.getStackTrace()).limit(FRAMES).toArray());
    return fault + where + (fault.getCause() == null ? "" : named(fault.getCause()));
  }
}
