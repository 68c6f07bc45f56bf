package org.vitrine.gather.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing to tell Vitrine, as it will be sent; it is never made anew, so that a resend is known.
 */
public record Message(Kind kind, ObjectNode body) {

  /** Where it goes. */
  public enum Kind {
    REPORT("/api/reports"),
    CONDITION("/api/conditions"),
    SIGNAL("/api/machines/signals");

    private final String path;

    Kind(String path) {
      this.path = path;
    }

    public String path() {
      return path;
    }
  }

  /** A message and its place in the one order in which all are delivered, from 1. */
  public record Numbered(long number, Message message) {}
}
