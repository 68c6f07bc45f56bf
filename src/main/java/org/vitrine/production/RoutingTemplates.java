package org.vitrine.production;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.vitrine.platform.json.Json;

/** The routings that whoever sets up a house, or a new routing, can begin with. */
public final class RoutingTemplates {
  private static final List<RoutingTemplate> ALL =
      Stream.of("small-series", "single-machines", "food", "printing", "electronics")
          .map(RoutingTemplates::read)
          .toList();

  private RoutingTemplates() {}

  /** All of them, the most usual first. */
  public static List<RoutingTemplate> all() {
    return ALL;
  }

  private static RoutingTemplate read(String code) {
    String file = "/routing-templates/%s.json".formatted(code);
    try (InputStream json = RoutingTemplates.class.getResourceAsStream(file)) {
      return Json.read(json.readAllBytes(), RoutingTemplate.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
