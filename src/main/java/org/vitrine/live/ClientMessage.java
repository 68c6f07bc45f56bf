package org.vitrine.live;

import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/**
 * What a client says: show me this, from there on; or no more of that.
 *
 * @param since the cursor of what the client has
 */
record ClientMessage(String watch, String since, String unwatch) {
  private static final int LONGEST_NAME = 200;

  /** Longer than any that was ever given to somebody. */
  private static final int LONGEST_CURSOR = 200;

  /** Throws {@link Rejection.Invalid} where it makes no sense. */
  static ClientMessage read(String text) {
    return Json.read(text, ClientMessage.class);
  }

  /** Nothing is looked for under a name that is longer than any of ours. */
  static boolean mayBeNamed(String topic) {
    return topic.length() <= LONGEST_NAME;
  }

  /** What is longer than any cursor is one that we do not know. */
  static Optional<String> bounded(Optional<String> since) {
    return since.map(cursor -> cursor.length() <= LONGEST_CURSOR ? cursor : Connection.LOST);
  }
}
