package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.json.Json;

/**
 * What prefixes stand for where they are used: those of the standard's own context, and whatever a
 * document, an event or a field says besides ({@code @context}, and {@code @xmlns:p} as converters
 * from XML write it).
 */
record Namespaces(Map<String, String> byPrefix) {
  /** The standard's context, which every document of ours names. */
  static final String STANDARD_CONTEXT =
      "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

  private static final String CONTEXT = "@context";
  private static final String XML_PREFIX = "@xmlns:";

  /** What the standard's context brings. */
  private static final Map<String, String> STANDARD =
      Map.of(
          "epcis", "https://ref.gs1.org/epcis/",
          "cbv", "https://ref.gs1.org/cbv/",
          "cbvmda", "urn:epcglobal:cbv:mda:",
          "gs1", "https://gs1.org/voc/",
          "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
          "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
          "owl", "http://www.w3.org/2002/07/owl#",
          "xsd", "http://www.w3.org/2001/XMLSchema#",
          "dcterms", "http://purl.org/dc/terms/");

  static final Namespaces OF_THE_STANDARD = new Namespaces(STANDARD);

  Namespaces {
    byPrefix = Map.copyOf(byPrefix);
  }

  /** With those of a document around them. */
  static Namespaces of(JsonNode document) {
    return OF_THE_STANDARD.and(document);
  }

  /** With what this object says besides. */
  Namespaces and(JsonNode object) {
    Map<String, String> more = new HashMap<>(byPrefix);
    collect(object.path(CONTEXT), more);
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getKey().startsWith(XML_PREFIX)) {
        more.put(field.getKey().substring(XML_PREFIX.length()), field.getValue().asText());
      }
    }
    return more.equals(byPrefix) ? this : new Namespaces(more);
  }

  private static void collect(JsonNode context, Map<String, String> into) {
    if (context.isArray()) {
      context.forEach(one -> collect(one, into));
      return;
    }
    for (Map.Entry<String, JsonNode> term : context.properties()) {
      JsonNode stands = term.getValue();
      String address = stands.isObject() ? stands.path("@id").asText() : stands.asText();
      if (!address.isEmpty()) {
        into.put(term.getKey(), address);
      }
    }
  }

  /** The prefix of a name, where it has one that nothing explains. */
  Optional<String> unknownPrefix(String name) {
    int colon = name.indexOf(':');
    if (colon <= 0 || name.startsWith("//", colon + 1) || name.startsWith("urn:")) {
      return Optional.empty();
    }
    String prefix = name.substring(0, colon);
    return byPrefix.containsKey(prefix) ? Optional.empty() : Optional.of(prefix);
  }

  /** A name as the hash has it: {@code {namespace}local}. */
  String qualified(String name) {
    int colon = name.indexOf(':');
    String address = colon < 0 ? null : byPrefix.get(name.substring(0, colon));
    return address == null ? name : "{" + address + "}" + name.substring(colon + 1);
  }

  /** A value of the standard's own vocabularies in full; anything else as it is. */
  static String standard(String value) {
    int colon = value.indexOf(':');
    String prefix = colon < 0 ? "" : value.substring(0, colon);
    return switch (prefix) {
      case "epcis", "cbv", "gs1" -> STANDARD.get(prefix) + value.substring(colon + 1);
      default -> value;
    };
  }

  /**
   * What an event has to carry where it stands without its document: the document's context but the
   * standard's, and its own. Absent where that is nothing.
   */
  static Optional<ArrayNode> carried(JsonNode document, JsonNode event) {
    ArrayNode all = Json.object().arrayNode();
    for (JsonNode context : new JsonNode[] {document.path(CONTEXT), event.path(CONTEXT)}) {
      (context.isArray() ? context : Json.object().arrayNode().add(context))
          .forEach(
              one -> {
                if (one.isObject() && !one.isEmpty()) {
                  all.add(one);
                } else if (one.isTextual() && !isStandard(one.asText())) {
                  all.add(one);
                }
              });
    }
    return Optional.of(all).filter(some -> !some.isEmpty());
  }

  static boolean isStandard(String context) {
    return context.endsWith("epcis-context.jsonld");
  }

  /** The event, naming the standard's context and its own. */
  static ObjectNode standalone(ObjectNode event) {
    ArrayNode context = Json.object().arrayNode().add(STANDARD_CONTEXT);
    JsonNode own = event.path(CONTEXT);
    own.forEach(context::add);
    ObjectNode whole = Json.object();
    whole.set(CONTEXT, context);
    event.properties().stream()
        .filter(field -> !field.getKey().equals(CONTEXT))
        .forEach(field -> whole.set(field.getKey(), field.getValue()));
    return whole;
  }
}
