package org.vitrine.platform.web;

import java.util.Optional;

/**
 * The parts of a request that tell who asks, and for what: all that can be read before its body.
 */
public interface RequestView {

  /** The part of the path that the route calls by this name, decoded. */
  String path(String name);

  /** A query parameter; given twice it is refused, since one of the two would be ignored. */
  Optional<String> query(String name);

  Optional<String> header(String name);

  Optional<String> cookie(String name);
}
