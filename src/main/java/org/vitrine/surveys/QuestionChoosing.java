package org.vitrine.surveys;

/**
 * How one chooses.
 *
 * @param many whether more than one can be chosen
 * @param other whether one can say something else
 */
public record QuestionChoosing(Boolean many, Boolean other) {
  /** One, and nothing else. */
  static final QuestionChoosing ONE = new QuestionChoosing(false, false);

  public QuestionChoosing {
    many = many != null && many;
    other = other != null && other;
  }
}
