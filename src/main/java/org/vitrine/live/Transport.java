package org.vitrine.live;

import java.util.concurrent.Executor;

/** How frames reach one client. All but {@link #loop} belongs to the connection's event loop. */
interface Transport {

  /** Who is at the other end. Called on the event loop. */
  interface Client {
    void says(String text);

    /** After a time in which it took no more. */
    void takesMore();

    void left();
  }

  /** The event loop that the connection belongs to. */
  Executor loop();

  /** False where what was written before has not gone out yet. */
  boolean takesMore();

  /** Writes a frame; it goes out with the next {@link #flush}. */
  void write(Frame frame);

  void flush();

  /**
   * Listens to the client no more until {@link #listen}: whoever asks faster than we answer waits.
   */
  void listenNoMore();

  void listen();

  /** Asks for a sign of life, where the transport knows how. */
  void ping();

  /** Ends the connection; codes are those of RFC 6455, 7.4. */
  void close(int code, String reason);
}
