package org.vitrine.platform.web;

import io.vertx.core.http.HttpMethod;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * One route: what it answers to, whom it lets in and what it does. The guard is no default: a route
 * that does not say who may use it cannot be made.
 *
 * @param bodyLimit the largest body it takes, in bytes; 0 where it takes none
 * @param media what a body may be written in
 * @param memory what lies ready, tried before anything else
 * @param shortcut tried first, on the event loop; true if it has answered from memory
 * @param action runs on a virtual thread and may block
 */
public record Endpoint(
    HttpMethod method,
    String path,
    Guard guard,
    long bodyLimit,
    Media media,
    Memory memory,
    Predicate<Exchange> shortcut,
    Action action) {

  public Endpoint {
    Objects.requireNonNull(guard, () -> method + " " + path + " does not say who may use it");
  }

  /** Throws a {@code Rejection} unless whoever asks may come in. May block. */
  @FunctionalInterface
  public interface Guard {
    void admit(Exchange exchange);

    /** True where it lets in from memory: never blocks. False says only that it has to be asked. */
    default boolean admitsAtOnce(Exchange exchange) {
      return false;
    }
  }

  /** What a route does: parse, call, reply. */
  @FunctionalInterface
  public interface Action {
    void answer(Exchange exchange);
  }

  public Endpoint limitedTo(long bytes) {
    return new Endpoint(method, path, guard, bytes, media, memory, shortcut, action);
  }

  public Endpoint taking(Media media) {
    return new Endpoint(method, path, guard, bodyLimit, media, memory, shortcut, action);
  }

  Endpoint doing(Action other) {
    return new Endpoint(method, path, guard, bodyLimit, media, memory, shortcut, other);
  }

  public Endpoint fromMemory(Memory ready) {
    return new Endpoint(method, path, guard, bodyLimit, media, ready, shortcut, action);
  }

  public Endpoint withShortcut(Predicate<Exchange> answeredFromMemory) {
    return new Endpoint(method, path, guard, bodyLimit, media, memory, answeredFromMemory, action);
  }
}
