package org.vitrine.platform.web;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a page stands: in the frame of the site, or alone, and what of the device it may use.
 *
 * @param alone whether it has neither bar nor foot, and brings the words and styles of the kit and
 *     of its own feature only
 * @param uses what of the device it may use, as a Permissions-Policy calls it; {@code media} where
 *     clips play
 */
public record PageFrame(boolean alone, Set<String> uses) {
  static final PageFrame OF_THE_SITE = new PageFrame(false, Set.of());
  private static final String CAMERA = "camera";
  private static final String MEDIA = "media";

  public PageFrame {
    uses = Set.copyOf(uses);
  }

  PageFrame standingAlone() {
    return new PageFrame(true, uses);
  }

  PageFrame using(String part) {
    return new PageFrame(
        alone, Stream.concat(uses.stream(), Stream.of(part)).collect(Collectors.toSet()));
  }

  boolean usesCamera() {
    return uses.contains(CAMERA);
  }

  /** Whether clips play on it. */
  boolean usesMedia() {
    return uses.contains(MEDIA);
  }
}
