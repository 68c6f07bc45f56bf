package org.vitrine.platform.web;

import io.vertx.core.http.HttpMethod;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * One route: what it answers to, whom it lets in and what it does. The guard is no default: a route
 * that does not say who may use it cannot be made.
 *
 * @param body what it takes behind the head of a request
 * @param memory what lies ready, tried before anything else
 * @param shortcut tried first, on the event loop; true if it has answered from memory
 * @param action runs on a virtual thread and may block
 */
public record Endpoint(
    HttpMethod method,
    String path,
    Guard guard,
    BodyRule body,
    Memory memory,
    Predicate<Exchange> shortcut,
    Handler action) {

  /** Anybody, known here or not. */
  public static final Guard OPEN =
      new Guard() {
        @Override
        public void admit(Exchange exchange) {}

        @Override
        public boolean admitsAtOnce(Exchange exchange) {
          return true;
        }

        @Override
        public boolean isOpen() {
          return true;
        }
      };

  public Endpoint {
    Objects.requireNonNull(guard, () -> method + " " + path + " does not say who may use it");
    if (guard.isOpen() && body.limit() > BodyRule.OF_ANYONE) {
      throw new IllegalArgumentException(path + " takes large bodies from anybody");
    }
  }

  /** Throws a {@code Rejection} unless whoever asks may come in. May block. */
  @FunctionalInterface
  public interface Guard {
    void admit(Exchange exchange);

    /** True where it lets in from memory: never blocks. False says only that it has to be asked. */
    default boolean admitsAtOnce(Exchange exchange) {
      return false;
    }

    /** True where it lets in everybody. */
    default boolean isOpen() {
      return false;
    }
  }

  /** What a route does: parse, call, reply. */
  @FunctionalInterface
  public interface Handler {
    void answer(Exchange exchange);
  }

  /** The largest body that it takes. */
  public Endpoint limitedTo(long bytes) {
    return with(body.limitedTo(bytes));
  }

  /** What a body may be written in. */
  public Endpoint taking(Media media) {
    return with(body.in(media));
  }

  /**
   * Its action runs as soon as whoever asks is let in, and reads the body while it comes, by {@link
   * Exchange#content}: into a file, or to whoever takes it piece by piece.
   */
  public Endpoint streaming() {
    return with(body.streamed());
  }

  private Endpoint with(BodyRule other) {
    return new Endpoint(method, path, guard, other, memory, shortcut, action);
  }

  Endpoint doing(Handler other) {
    return new Endpoint(method, path, guard, body, memory, shortcut, other);
  }

  public Endpoint fromMemory(Memory ready) {
    return new Endpoint(method, path, guard, body, ready, shortcut, action);
  }

  public Endpoint withShortcut(Predicate<Exchange> answeredFromMemory) {
    return new Endpoint(method, path, guard, body, memory, answeredFromMemory, action);
  }
}
