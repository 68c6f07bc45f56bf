package org.vitrine.command;

/** One thing that was looked at, and how it is. */
record Finding(Level level, String subject, String sentence) {

  /** How it is. */
  enum Level {
    OK("ok  "),
    WARN("warn"),
    FAIL("FAIL");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  static Finding ok(String subject, String sentence) {
    return new Finding(Level.OK, subject, sentence);
  }

  static Finding warn(String subject, String sentence) {
    return new Finding(Level.WARN, subject, sentence);
  }

  static Finding fail(String subject, String sentence) {
    return new Finding(Level.FAIL, subject, sentence);
  }

  @Override
  public String toString() {
    return "%s  %-11s %s".formatted(level.word, subject, sentence);
  }
}
