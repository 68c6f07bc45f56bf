package org.vitrine.live;

/** One connection's watch of one topic. Belongs to the connection's event loop. */
final class Subscription {
  private static final long NOT_BEGUN = -1;

  private final Connection connection;
  private final Topic topic;
  private long sequence = NOT_BEGUN;
  private long behindSinceMillis;

  Subscription(Connection connection, Topic topic) {
    this.connection = connection;
    this.topic = topic;
  }

  Connection connection() {
    return connection;
  }

  Topic topic() {
    return topic;
  }

  /** The state of the topic that the client has now. */
  void isAt(long newest) {
    sequence = newest;
    behindSinceMillis = 0;
  }

  boolean isAtExactly(long before) {
    return sequence == before;
  }

  boolean misses(long newest) {
    return sequence != NOT_BEGUN && sequence < newest;
  }

  /**
   * It could not take a frame: it gets the whole page when it can, and nothing is queued for it.
   */
  void fallBehind(long nowMillis) {
    if (behindSinceMillis == 0) {
      behindSinceMillis = nowMillis;
    }
  }

  boolean isBehind() {
    return behindSinceMillis != 0;
  }

  boolean isBehindSinceBefore(long millis) {
    return isBehind() && behindSinceMillis < millis;
  }
}
