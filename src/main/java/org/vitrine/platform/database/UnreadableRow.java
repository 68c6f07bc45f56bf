package org.vitrine.platform.database;

/**
 * A row that is stored and cannot be read any more: by whatever means it came there, it is our
 * fault and not that of whoever asked, so it is no rejection.
 */
public final class UnreadableRow extends RuntimeException {
  UnreadableRow(String query, RuntimeException cause) {
    super(query + ": a row cannot be read: " + cause.getMessage(), cause);
  }
}
