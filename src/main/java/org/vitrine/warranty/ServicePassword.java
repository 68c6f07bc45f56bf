package org.vitrine.warranty;

import org.vitrine.platform.PlainLetters;

/** What is printed under the fold of a card, or mailed. */
record ServicePassword(String letters) {
  private static final int OF_A_CARD = 12;
  private static final int MAILED = 8;

  /** 60 random bits: it lies under a fold for years. */
  static ServicePassword forCard() {
    return new ServicePassword(PlainLetters.random(OF_A_CARD));
  }

  /** 40 random bits: it lasts an hour. */
  static ServicePassword forMail() {
    return new ServicePassword(PlainLetters.random(MAILED));
  }

  static ServicePassword typed(String text) {
    return new ServicePassword(PlainLetters.typed(text));
  }

  String shown() {
    return PlainLetters.inGroups(letters);
  }

  /** Never the password: a log must not have it. */
  @Override
  public String toString() {
    return "ServicePassword";
  }
}
