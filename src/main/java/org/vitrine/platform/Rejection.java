package org.vitrine.platform;

import java.time.Duration;
import java.time.Instant;

/**
 * A request that is refused, with a sentence for whoever asked. Everything a caller can do wrong is
 * one of these; anything else that is thrown is a fault of ours.
 */
public abstract sealed class Rejection extends RuntimeException {

  private Rejection(String sentence) {
    super(sentence, null, false, false);
  }

  /** It does not exist, or it is not yours: the two answer alike. */
  public static final class NotFound extends Rejection {
    public NotFound(String sentence) {
      super(sentence);
    }
  }

  /** Nobody is signed in, or the key or link is not valid. */
  public static final class Unauthenticated extends Rejection {
    public Unauthenticated(String sentence) {
      super(sentence);
    }
  }

  /** Known, but not allowed. */
  public static final class Forbidden extends Rejection {
    public Forbidden(String sentence) {
      super(sentence);
    }
  }

  /** Allowed, once whoever asks has proved again that it is them. */
  public static final class Unproved extends Rejection {
    public Unproved() {
      super(
          "Confirm it is you: with your password, and a code if you use two-step verification,"
              + " or by signing in again");
    }
  }

  /**
   * The content is wrong; {@code field} names where, as a JSON path such as {@code
   * lines[0].quantity}.
   */
  public static final class Invalid extends Rejection {
    private final String field;

    public Invalid(String field, String sentence) {
      super(sentence);
      this.field = field;
    }

    public String field() {
      return field;
    }
  }

  /** It contradicts what is already there. */
  public static final class Conflict extends Rejection {
    private final String field;

    public Conflict(String sentence) {
      this("", sentence);
    }

    /**
     * @param field where in the content it does
     */
    public Conflict(String field, String sentence) {
      super(sentence);
      this.field = field;
    }

    public String field() {
      return field;
    }
  }

  /** Somebody else changed it since whoever edits it began: nothing of the edit was done. */
  public static final class ChangedMeanwhile extends Rejection {
    private final transient Object current;
    private final String changedBy;
    private final Instant changedAt;

    /**
     * @param current how it stands now, in the shape in which it is read
     * @param changedBy who changed it; absent where nobody knows
     */
    public ChangedMeanwhile(Object current, String changedBy, Instant changedAt) {
      super("This was changed in the meantime; look at what is there now, and choose");
      this.current = current;
      this.changedBy = changedBy;
      this.changedAt = changedAt;
    }

    public Object current() {
      return current;
    }

    public String changedBy() {
      return changedBy;
    }

    public Instant changedAt() {
      return changedAt;
    }
  }

  /** It was there and has ended: a used link, a revoked one. */
  public static final class Gone extends Rejection {
    public Gone(String sentence) {
      super(sentence);
    }
  }

  /** More than this route takes at once. */
  public static final class TooLarge extends Rejection {
    public TooLarge(String sentence) {
      super(sentence);
    }
  }

  /** It is there, but this cannot be done with it. */
  public static final class WrongMethod extends Rejection {
    private final String allowed;

    /**
     * @param allowed the methods that can be used, as the header {@code Allow} lists them
     */
    public WrongMethod(String sentence, String allowed) {
      super(sentence);
      this.allowed = allowed;
    }

    public String allowed() {
      return allowed;
    }
  }

  /** It was sent in a format or an encoding that is not read here. */
  public static final class WrongMedia extends Rejection {
    public WrongMedia(String sentence) {
      super(sentence);
    }
  }

  /** Too often; come back later. */
  public static final class TooMany extends Rejection {
    private final Duration retryAfter;

    public TooMany(String sentence, Duration retryAfter) {
      super(sentence);
      this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** We cannot at the moment; nothing was done. */
  public static final class Unavailable extends Rejection {
    private final Duration retryAfter;

    public Unavailable(String sentence, Duration retryAfter) {
      super(sentence);
      this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
      return retryAfter;
    }
  }
}
