package org.vitrine.platform.web;

import java.util.concurrent.locks.ReentrantLock;

/**
 * What one request has of the {@link ByteBudget}: from when the first byte of its body arrives
 * until its answer is made, since as long the body is in memory. Used by the connection's event
 * loop and by the thread that answers.
 */
final class BodyShare {
  /** What a piece costs to keep, however small it is: a body may come in pieces of one byte. */
  private static final int LEAST_OF_PIECE = 256;

  private final ByteBudget budget;
  private final ReentrantLock lock = new ReentrantLock();
  private long taken;
  private boolean isInUse;
  private boolean isOver;

  BodyShare(ByteBudget budget) {
    this.budget = budget;
  }

  /** Takes what a piece of so many bytes costs; false where the budget does not have it. */
  boolean takePiece(int bytes) {
    return take(Math.max(bytes, LEAST_OF_PIECE));
  }

  /** A piece is no longer in memory. */
  void giveBackPiece(int bytes) {
    giveBack(Math.max(bytes, LEAST_OF_PIECE));
  }

  /** Takes that many bytes; nothing is counted any more once it is over, and nothing kept. */
  boolean take(long bytes) {
    lock.lock();
    try {
      if (isOver) {
        return true;
      }
      boolean fits = budget.take(bytes);
      taken += fits ? bytes : 0;
      return fits;
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(long bytes) {
    lock.lock();
    try {
      if (!isOver) {
        taken -= bytes;
        budget.giveBack(bytes);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * A thread works with the body from now on: it ends this, and nobody else. False where it is over
   * already, since whoever sent the body has gone.
   */
  boolean use() {
    lock.lock();
    try {
      isInUse = !isOver;
      return isInUse;
    } finally {
      lock.unlock();
    }
  }

  /** The connection needs it no more. */
  void abandon() {
    lock.lock();
    try {
      if (!isInUse) {
        end();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Nothing of the body is in memory any more. */
  void end() {
    lock.lock();
    try {
      if (!isOver) {
        isOver = true;
        budget.giveBack(taken);
      }
    } finally {
      lock.unlock();
    }
  }
}
