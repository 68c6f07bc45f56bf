package org.vitrine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.json.Json;
import org.vitrine.production.FloorNames;
import org.vitrine.production.Routing;

/**
 * What the plant sells and how it makes it.
 *
 * @param names what operations and stations are called, whatever is made there
 */
record Catalogue(List<Routing> routings, List<Product> products, FloorNames names) {

  Catalogue {
    routings =
        routings.stream()
            .map(
                made ->
                    new Routing(made.code(), made.name(), made.calendar(), made.stages(), names))
            .toList();
  }

  static Catalogue read() {
    try (InputStream json = Catalogue.class.getResourceAsStream("/demo/catalogue.json")) {
      return Json.read(json.readAllBytes(), Catalogue.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a line of the plant's own orders is of. */
  Product productOf(Line line) {
    return products.stream()
        .filter(product -> LocalizedText.of(product.code()).equals(line.product()))
        .findFirst()
        .orElseThrow();
  }

  Routing routingOf(Product product) {
    return routings.stream()
        .filter(routing -> routing.code().equals(product.routing()))
        .findFirst()
        .orElseThrow();
  }
}
