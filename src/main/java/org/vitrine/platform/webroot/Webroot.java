package org.vitrine.platform.webroot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;

/**
 * The folder {@code webroot}: what pages and words are made of, one folder a feature. It comes with
 * the program; with the system property {@code vitrine.webroot} it is that directory instead and
 * may change at any time, for those who work on it.
 */
public final class Webroot {
  private static final String DIRECTORY = System.getProperty("vitrine.webroot");

  private Webroot() {}

  /** True while somebody works on it, so that it has to be read anew for every page. */
  public static boolean mayChange() {
    return DIRECTORY != null;
  }

  /** What came with the program, read once. */
  private static final class Brought {
    private static final Map<String, byte[]> FILES =
        Collections.unmodifiableMap(Resources.read("webroot"));
  }

  /** All its files as they are now, by their path. */
  public static Map<String, byte[]> files() {
    if (DIRECTORY == null) {
      return Brought.FILES;
    }
    try {
      return Resources.read(Path.of(DIRECTORY));
    } catch (IOException e) {
      throw new UncheckedIOException(DIRECTORY + " cannot be read", e);
    }
  }
}
