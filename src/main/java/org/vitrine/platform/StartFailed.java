package org.vitrine.platform;

/**
 * The program cannot start or go on, for a reason that its user can mend: one sentence says what to
 * do.
 */
public final class StartFailed extends RuntimeException {
  public StartFailed(String sentence) {
    super(sentence);
  }

  public StartFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
