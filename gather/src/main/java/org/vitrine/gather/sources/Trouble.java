package org.vitrine.gather.sources;

/** What went wrong, in the words of its first cause. */
public final class Trouble {
  private static final int DEEPEST = 20;

  private Trouble() {}

  public static String of(Throwable failed) {
    Throwable cause = failed;
    for (int i = 0; i < DEEPEST && cause.getCause() != null; i++) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
