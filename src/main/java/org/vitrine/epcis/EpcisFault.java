package org.vitrine.epcis;

/**
 * What is wrong in a document.
 *
 * @param at where, as a JSON Pointer (RFC 6901)
 */
record EpcisFault(String at, String sentence) {
  @Override
  public String toString() {
    return at + ": " + sentence;
  }
}
