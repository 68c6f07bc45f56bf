package org.vitrine.platform.web;

import java.util.Optional;

/**
 * What a page watches, as it is now: it travels in the HTML, and the page shows it before it is
 * connected. Asked for on behalf of whoever is signed in: the exchange knows who.
 */
@FunctionalInterface
public interface FirstState {
  FirstState NONE = (exchange, topic) -> Optional.empty();

  /**
   * The message that the live connection would begin with, as JSON: {@code {"topic": …, "cursor":
   * …, "page": …}}. Nothing where it cannot be told at once, or not to this caller; so, too, where
   * this throws. May wait for a moment.
   */
  Optional<String> of(Exchange exchange, String topic);
}
