package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.json.Json;

/**
 * Tells what is a document of EPCIS 2.0 and what is an event from what is none: by the schema, and
 * by what a schema cannot say (that a day exists, that a prefix stands for something).
 */
final class DocumentCheck {
  private static final String EVENT = "/epcisBody/eventList/%d";
  private static final int MOST_FAULTS = 20;
  private static final int LONGEST = 300;

  /** The parts of an event that may hold fields of others, which need a prefix. */
  private static final List<String> EXTENDED =
      List.of("readPoint", "bizLocation", "errorDeclaration", "ilmd");

  private static final Set<String> TIMES = Set.of("eventTime", "recordTime");

  private final Schema document;
  private final Schema event;

  DocumentCheck() {
    JsonNode definition = definition();
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    ObjectNode ofEvent = Json.object().put("$ref", "#/$defs/event");
    ofEvent.set("$defs", definition.get("$defs"));
    this.document = registry.getSchema(definition);
    this.event = registry.getSchema(ofEvent);
  }

  /** The schema as it is written. */
  static JsonNode definition() {
    try (InputStream written =
        DocumentCheck.class.getResourceAsStream("/epcis/document.schema.json")) {
      return Json.read(written, JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that is wrong with a document and its events. */
  List<EpcisFault> ofAll(JsonNode sent) {
    List<EpcisFault> ofDocument = ofDocument(sent);
    if (!ofDocument.isEmpty()) {
      return ofDocument;
    }
    Namespaces around = Namespaces.of(sent);
    JsonNode events = sent.at("/epcisBody/eventList");
    return Stream.iterate(0, at -> at + 1)
        .limit(events.size())
        .flatMap(at -> ofEvent(events.get(at), at, around).stream())
        .limit(MOST_FAULTS)
        .toList();
  }

  /** Of the document around its events; empty where nothing is wrong. */
  List<EpcisFault> ofDocument(JsonNode sent) {
    return faults(document, sent, "");
  }

  /** Of one of its events, by its position from 0 on. */
  List<EpcisFault> ofEvent(JsonNode sent, int position, Namespaces around) {
    return ofEvent(sent, EVENT.formatted(position), around);
  }

  /** Of an event that stands alone. */
  List<EpcisFault> ofEvent(JsonNode sent, Namespaces around) {
    return ofEvent(sent, "", around);
  }

  private List<EpcisFault> ofEvent(JsonNode sent, String at, Namespaces around) {
    List<EpcisFault> found = faults(event, sent, at);
    if (!found.isEmpty()) {
      return found;
    }
    List<EpcisFault> more = new ArrayList<>();
    times(sent, at, more);
    Namespaces names = around.and(sent);
    prefixes(sent, at, names, more);
    EXTENDED.forEach(part -> prefixes(sent.path(part), at + "/" + part, names, more));
    return more;
  }

  /** The deepest first: of several that follow from each other it says most. */
  private static List<EpcisFault> faults(Schema schema, JsonNode sent, String at) {
    return schema.validate(sent).stream()
        .sorted(
            Comparator.comparing((Error error) -> error.getInstanceLocation().getNameCount())
                .reversed())
        .map(
            error ->
                new EpcisFault(
                    at + error.getInstanceLocation(), Excerpt.within(error.getMessage(), LONGEST)))
        .distinct()
        .limit(MOST_FAULTS)
        .toList();
  }

  private static void times(JsonNode sent, String at, List<EpcisFault> found) {
    for (String name : TIMES) {
      if (sent.has(name) && EpcisTime.parse(sent.get(name).asText()).isEmpty()) {
        found.add(new EpcisFault(at + "/" + name, "There is no such moment"));
      }
    }
    JsonNode declared = sent.at("/errorDeclaration/declarationTime");
    if (!declared.isMissingNode() && EpcisTime.parse(declared.asText()).isEmpty()) {
      found.add(
          new EpcisFault(at + "/errorDeclaration/declarationTime", "There is no such moment"));
    }
  }

  private static void prefixes(
      JsonNode part, String at, Namespaces around, List<EpcisFault> found) {
    for (Map.Entry<String, JsonNode> field : part.properties()) {
      Namespaces names = around.and(field.getValue());
      names
          .unknownPrefix(field.getKey())
          .filter(prefix -> !field.getKey().startsWith("@"))
          .ifPresent(
              prefix ->
                  found.add(
                      new EpcisFault(
                          at + "/" + field.getKey(),
                          "The context does not say what “%s” stands for"
                              .formatted(Excerpt.of(prefix)))));
    }
  }
}
