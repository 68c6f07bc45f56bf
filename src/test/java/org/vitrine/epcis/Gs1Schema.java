package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vitrine.platform.json.Json;

/** The schema that GS1 published. */
final class Gs1Schema {
  private static final Schema SCHEMA = read();

  private Gs1Schema() {}

  private static Schema read() {
    try (InputStream file = Gs1Schema.class.getResourceAsStream("gs1/EPCIS-JSON-Schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(Json.read(file, JsonNode.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with it; empty where nothing is. */
  static List<String> faults(JsonNode document) {
    return SCHEMA.validate(document).stream().map(Object::toString).toList();
  }
}
