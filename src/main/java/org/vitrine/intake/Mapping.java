package org.vitrine.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Routing;

/**
 * How the operations of a log become stages: a routing. Its usual hours are medians of the log that
 * it was made for, waiting before a stage included.
 */
public final class Mapping {
  private static final String SHIPPED = "/intake/plant-log-mapping.json";

  private Mapping() {}

  /** The one that comes with the program. */
  public static Routing shipped() {
    try (InputStream resource = Mapping.class.getResourceAsStream(SHIPPED)) {
      return Json.read(resource.readAllBytes(), Routing.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Throws {@link StartFailed} with a sentence that names the field at fault. */
  public static Routing read(Path file) {
    try {
      return Json.read(TextFile.read(file), Routing.class);
    } catch (Rejection.Invalid invalid) {
      String field = invalid.field().isEmpty() ? "" : " at “" + invalid.field() + "”";
      throw new StartFailed(
          "The mapping %s is not valid%s: %s".formatted(file, field, invalid.getMessage()),
          invalid);
    }
  }
}
