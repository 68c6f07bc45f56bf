package org.vitrine.platform.web;

import java.util.Optional;

/**
 * What a route can answer without asking anybody: on the event loop, before any other part of the
 * server has looked at the request. Where it has nothing, the route's guard and action decide.
 */
@FunctionalInterface
public interface Memory {
  Memory NONE = request -> Optional.empty();

  /** Must not block, and must let in only those whom the route's guard would let in. */
  Optional<CachedReply> answer(RequestView request);
}
