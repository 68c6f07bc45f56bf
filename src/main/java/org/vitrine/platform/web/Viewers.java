package org.vitrine.platform.web;

import java.util.Optional;

/** Who looks at a page. */
public interface Viewers {
  /** For a server whose pages are the same for everybody. */
  Viewers NOBODY =
      new Viewers() {
        @Override
        public boolean mayBeKnown(Exchange exchange) {
          return false;
        }

        @Override
        public Optional<Object> viewer(Exchange exchange) {
          return Optional.empty();
        }
      };

  /** False where the request says nothing of whom it comes from: fit for an event loop. */
  boolean mayBeKnown(Exchange exchange);

  /**
   * What {@code /api/me} would answer; the exchange knows the caller then. Nothing, or a {@code
   * Rejection}, where nobody is signed in. May ask the database.
   */
  Optional<Object> viewer(Exchange exchange);
}
