package org.vitrine.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.vitrine.platform.json.Json;

/**
 * The description of the HTTP API (OpenAPI 3.1), for programs and for the page at /docs/api: what
 * all share ({@code openapi/base.json}) and what each feature says of its own.
 */
public final class DescriptionRoutes implements Routes {
  private static final String TAGS = "tags";

  private final CachedReply description;

  /**
   * @param features their names; one that has no {@code openapi/NAME.json} brings no endpoint that
   *     programs use
   */
  public DescriptionRoutes(List<String> features) {
    ObjectNode whole = part("base");
    for (String name : features) {
      ObjectNode part = part(name);
      whole.withArrayProperty(TAGS).addAll(tags(part));
      add(whole, part, name);
    }
    this.description =
        CachedReply.forAll(
            "application/json", Json.bytes(whole), Map.of("Cache-Control", "no-cache"));
  }

  private static ObjectNode part(String name) {
    String path = "/openapi/" + name + ".json";
    try (InputStream resource = DescriptionRoutes.class.getResourceAsStream(path)) {
      return resource == null
          ? Json.object()
          : Json.read(resource.readAllBytes(), ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The headings under which a feature's endpoints stand come after those of all before it. */
  private static ArrayNode tags(ObjectNode part) {
    JsonNode tags = part.remove(TAGS);
    return tags == null ? part.arrayNode() : (ArrayNode) tags;
  }

  /** Objects are joined; whatever else is said twice has to be said alike. */
  private static void add(ObjectNode whole, JsonNode part, String name) {
    for (Map.Entry<String, JsonNode> field : part.properties()) {
      JsonNode before = whole.get(field.getKey());
      if (before instanceof ObjectNode object && field.getValue().isObject()) {
        add(object, field.getValue(), name);
      } else if (before == null) {
        whole.set(field.getKey(), field.getValue());
      } else if (!before.equals(field.getValue())) {
        throw new IllegalStateException(
            "openapi/%s.json says “%s” otherwise than another".formatted(name, field.getKey()));
      }
    }
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/openapi.json", exchange -> {}, description::send)
            .withShortcut(this::shown));
  }

  private boolean shown(Exchange exchange) {
    description.send(exchange);
    return true;
  }
}
