package org.vitrine.platform.web;

import java.time.Duration;
import java.util.function.Supplier;
import org.vitrine.platform.Rejection;

/** Work of which nobody may have more than a few under way, so that there is room for others. */
public final class FewOfEach {
  private final Counts<String> underWay;
  private final String full;
  private final Duration comeBack;

  /**
   * @param full what they read who have as many under way as one may
   * @param comeBack when they may try again
   */
  public FewOfEach(int most, String full, Duration comeBack) {
    this.underWay = new Counts<>(most);
    this.full = full;
    this.comeBack = comeBack;
  }

  /** Answers are sent after it, as with {@link FewAtOnce}. */
  public <T> T inTurn(String who, Supplier<T> work) {
    if (!underWay.add(who)) {
      throw new Rejection.TooMany(full, comeBack);
    }
    try {
      return work.get();
    } finally {
      underWay.remove(who);
    }
  }
}
