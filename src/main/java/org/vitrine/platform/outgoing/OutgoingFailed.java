package org.vitrine.platform.outgoing;

/**
 * Nothing was answered. What a server answered, whatever its status, is no failure of this kind.
 */
public final class OutgoingFailed extends RuntimeException {
  private final Reason reason;

  /** Why, as those who look at it can act on. */
  public enum Reason {
    /** The address is none that we connect to; nothing was sent. */
    REFUSED,
    /** The name is not known, or nobody listens there; nothing was sent. */
    UNREACHABLE,
    /** The certificate is not trusted, or another name's; nothing was sent. */
    CERTIFICATE,
    /** It took too long; what was sent may have arrived. */
    TIMEOUT,
    /** The connection ended before the answer did; what was sent may have arrived. */
    BROKEN
  }

  OutgoingFailed(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  OutgoingFailed(Reason reason, String message) {
    this(reason, message, null);
  }

  public Reason reason() {
    return reason;
  }
}
