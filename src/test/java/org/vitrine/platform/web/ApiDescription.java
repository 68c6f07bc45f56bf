package org.vitrine.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.platform.json.Json;

/**
 * The API's description as a test reads it: its routes, its examples, and what fits its schemas.
 */
final class ApiDescription {
  private static final String PLACE = "https://window.example.com/openapi.json";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private final JsonNode json;
  private final SchemaRegistry schemas;

  /** A route with the request and the replies that the description gives it. */
  record Operation(String method, String path, JsonNode said) {}

  ApiDescription(JsonNode json) {
    this.json = json;
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(PLACE, Json.text(closed(json.deepCopy())))));
  }

  JsonNode json() {
    return json;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    json.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            operations.add(
                                new Operation(method.getKey(), path.getKey(), method.getValue()));
                          }
                        }));
    return operations;
  }

  Operation operation(String method, String address) {
    String path =
        address
            .replaceFirst("\\?.*", "")
            .replaceFirst("(?<=/api/orders/)[^/]+", "{number}")
            .replaceFirst("(?<=/api/(calendars|companies|departments)/)[^/]+", "{code}")
            .replaceFirst("(?<=/api/service-reviews/)[^/]+", "{quarter}")
            .replaceFirst("(?<=/api/(voices|actions|reviews)/)[0-9]+", "{number}");
    return operations().stream()
        .filter(one -> one.method().equals(method) && one.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  /** The path with the example that each of its parameters has. */
  String address(Operation operation) {
    String address = operation.path();
    for (JsonNode parameter : json.at("/paths").path(operation.path()).path("parameters")) {
      JsonNode said = resolved(parameter);
      address =
          address.replace("{" + said.get("name").asText() + "}", said.get("example").asText());
    }
    return address;
  }

  List<JsonNode> examples(JsonNode content) {
    List<JsonNode> examples = new ArrayList<>();
    if (content.has("example")) {
      examples.add(content.get("example"));
    }
    content.path("examples").forEach(example -> examples.add(example.get("value")));
    return examples;
  }

  JsonNode resolved(JsonNode value) {
    return value.has("$ref") ? json.at(value.get("$ref").asText().substring(1)) : value;
  }

  /** What is wrong with a value that should fit a schema of the description. */
  List<Error> misfits(JsonNode schema, JsonNode value) {
    String text =
        Json.text(closed(schema.deepCopy()))
            .replace("\"#/components", "\"" + PLACE + "#/components");
    Schema standalone =
        schemas.getSchema(
            SchemaLocation.of("https://window.example.com/" + text.hashCode()),
            Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class));
    return standalone.validate(
        value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  /** Objects take no more than they say, so that a field which is not described is found. */
  private static ObjectNode closed(JsonNode schema) {
    if (schema.has("properties")
        && schema.path("type").asText().equals("object")
        && !schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
    schema.forEach(
        child -> {
          if (child.isContainerNode()) {
            closed(child);
          }
        });
    return schema instanceof ObjectNode object ? object : null;
  }
}
