package org.vitrine.platform.web;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many connections there may be that ask for something or might. Live sockets are none of
 * these: they are counted by whose they are. A client is an address, or the network of a house
 * ({@link ClientNetwork}); a trusted proxy stands for many and is none.
 */
final class ConnectionLimits {
  /** About what a connection costs with half a request. */
  private static final long MEMORY_OF_ONE = 32_768;

  /** How many of one client may keep us waiting for longer than a moment. */
  private static final int SLOW_OF_ONE_CLIENT = 100;

  private final int most;
  private final AtomicInteger open = new AtomicInteger();
  private final Counts<String> ofClient;
  private final Counts<String> slowOfClient;

  ConnectionLimits(int most, int slowOfOneClient) {
    this.most = most;
    this.ofClient = new Counts<>(most);
    this.slowOfClient = new Counts<>(slowOfOneClient);
  }

  /** As many as the memory of the process has room for, half of them of one client. */
  static ConnectionLimits ofThisProcess() {
    long most = Runtime.getRuntime().maxMemory() / MEMORY_OF_ONE;
    return new ConnectionLimits((int) Math.min(Integer.MAX_VALUE, most), SLOW_OF_ONE_CLIENT);
  }

  /** A connection that may stay; false where there are too many, of this client or of all. */
  boolean open(String client, boolean isProxy) {
    boolean fits = open.incrementAndGet() <= most;
    if (fits && ofClient.add(client, isProxy ? most : most / 2)) {
      return true;
    }
    open.decrementAndGet();
    return false;
  }

  void close(String client) {
    open.decrementAndGet();
    ofClient.remove(client);
  }

  /** A client keeps us waiting; false where too many of its connections do. */
  boolean isSlow(String client) {
    return slowOfClient.add(client);
  }

  void isSlowNoMore(String client) {
    slowOfClient.remove(client);
  }
}
