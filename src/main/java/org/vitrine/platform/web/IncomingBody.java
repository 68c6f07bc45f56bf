package org.vitrine.platform.web;

/** A body on its way: what came of it, and how long that takes. Belongs to its event loop. */
final class IncomingBody {
  static final int SECONDS = 60;
  static final int SILENT_SECONDS = 10;
  static final int LEAST_BYTES_PER_SECOND = 10_000;

  private final String client;
  private long received;
  private int seconds;
  private int silentSeconds;
  private boolean isAnswered;

  /**
   * @param client whose it is
   */
  IncomingBody(String client) {
    this.client = client;
  }

  String client() {
    return client;
  }

  void receive(int bytes) {
    received += bytes;
    silentSeconds = bytes > 0 ? 0 : silentSeconds;
  }

  /** Its answer is out: what still comes is thrown away, for a while. */
  void wasAnswered() {
    isAnswered = true;
    seconds = 0;
  }

  /** One more second has passed. */
  void tick() {
    seconds++;
    silentSeconds++;
  }

  int seconds() {
    return seconds;
  }

  /**
   * It has {@value #SECONDS} seconds, and one more for each {@value #LEAST_BYTES_PER_SECOND} bytes
   * that came; and never so long without any.
   */
  boolean isLate() {
    long granted = isAnswered ? SILENT_SECONDS : SECONDS + received / LEAST_BYTES_PER_SECOND;
    return seconds >= granted || silentSeconds >= SILENT_SECONDS;
  }
}
