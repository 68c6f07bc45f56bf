package org.vitrine.gather.sources;

/** A connection that keeps itself: it connects again by itself for as long as it is open. */
public interface Source extends AutoCloseable {
  /** Returns at once. */
  void start();

  @Override
  void close();
}
