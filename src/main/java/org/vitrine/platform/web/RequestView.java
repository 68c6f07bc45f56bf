package org.vitrine.platform.web;

import java.util.Optional;

/** What of a request tells who asks, and for what. */
public interface RequestView {

  /** The part of the path that the route calls by this name, decoded. */
  String path(String name);

  /** A query parameter; given twice it is refused, since one of the two would be ignored. */
  Optional<String> query(String name);

  Optional<String> header(String name);

  Optional<String> cookie(String name);
}
