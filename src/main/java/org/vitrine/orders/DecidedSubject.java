package org.vitrine.orders;

/**
 * What of an order people of the house decide, though a program sends it too.
 *
 * @param line its number; {@link PromiseRevisions#ORDER} for the whole order
 * @param requirement its code; empty where it is about none
 */
record DecidedSubject(String what, int line, String requirement) {
  static final String PROMISE = "promise";
  static final String CANCELLED = "cancelled";
  static final String CLOSED_SHORT = "closed-short";
  static final String WAIVER = "waiver";

  static DecidedSubject promise(int line) {
    return new DecidedSubject(PROMISE, line, "");
  }

  static DecidedSubject cancelled(int line) {
    return new DecidedSubject(CANCELLED, line, "");
  }

  static DecidedSubject closedShort(int line) {
    return new DecidedSubject(CLOSED_SHORT, line, "");
  }

  static DecidedSubject waiver(int line, String requirement) {
    return new DecidedSubject(WAIVER, line, requirement);
  }
}
