package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an event is found by: for each query parameter that it answers, a text of its own. */
final class EventTerms {
  private final JsonNode event;
  private final Set<String> terms = new LinkedHashSet<>();

  private EventTerms(JsonNode event) {
    this.event = event;
  }

  static Set<String> of(JsonNode event) {
    EventTerms all = new EventTerms(event);
    all.words();
    all.things();
    all.partners();
    all.error();
    return all.terms;
  }

  /** The text by which a value of a parameter is found. */
  static String term(String parameter, String value) {
    return parameter + "=" + value;
  }

  private void add(String parameter, String value) {
    terms.add(term(parameter, value));
  }

  private void words() {
    text("action").forEach(value -> add("EQ_action", value));
    text("bizStep").forEach(value -> add("EQ_bizStep", VocabularyKind.BIZ_STEP.address(value)));
    text("disposition")
        .forEach(value -> add("EQ_disposition", VocabularyKind.DISPOSITION.address(value)));
    for (String turn : List.of("set", "unset")) {
      event
          .at("/persistentDisposition/" + turn)
          .forEach(
              one ->
                  add(
                      "EQ_persistentDisposition_" + turn,
                      VocabularyKind.DISPOSITION.address(one.asText())));
    }
    text("transformationID").forEach(value -> add("EQ_transformationID", normal(value)));
    for (String place : List.of("readPoint", "bizLocation")) {
      JsonNode id = event.at("/" + place + "/id");
      if (id.isTextual()) {
        add("EQ_" + place, normal(id.asText()));
        add("WD_" + place, normal(id.asText()));
      }
    }
  }

  private Set<String> text(String name) {
    return event.path(name).isTextual() ? Set.of(event.get(name).asText()) : Set.of();
  }

  private void things() {
    each("epcList", "MATCH_epc", "MATCH_anyEPC");
    each("childEPCs", "MATCH_epc", "MATCH_anyEPC");
    each("inputEPCList", "MATCH_inputEPC", "MATCH_anyEPC");
    each("outputEPCList", "MATCH_outputEPC", "MATCH_anyEPC");
    text("parentID").forEach(id -> thing(id, "MATCH_parentID", "MATCH_anyEPC"));
    classes("quantityList", "MATCH_epcClass", "MATCH_anyEPCClass");
    classes("childQuantityList", "MATCH_epcClass", "MATCH_anyEPCClass");
    classes("inputQuantityList", "MATCH_inputEPCClass", "MATCH_anyEPCClass");
    classes("outputQuantityList", "MATCH_outputEPCClass", "MATCH_anyEPCClass");
  }

  private void each(String list, String... parameters) {
    event.path(list).forEach(one -> thing(one.asText(), parameters));
  }

  private void classes(String list, String... parameters) {
    event.path(list).forEach(one -> thing(one.path("epcClass").asText(), parameters));
  }

  /** A thing is found by what it is, too: a pattern with {@code *} asks for all of a kind. */
  private void thing(String written, String... parameters) {
    String normal = normal(written);
    for (String parameter : parameters) {
      add(parameter, normal);
      DigitalLinks.kindOf(normal).ifPresent(kind -> add(parameter, kind));
    }
  }

  private void partners() {
    pairs("bizTransactionList", "bizTransaction", VocabularyKind.TRANSACTION);
    pairs("sourceList", "source", VocabularyKind.PARTY);
    pairs("destinationList", "destination", VocabularyKind.PARTY);
  }

  private void pairs(String list, String name, VocabularyKind kind) {
    for (JsonNode pair : event.path(list)) {
      String type = pair.path("type").asText("");
      String address = type.isEmpty() ? "" : kind.address(type);
      add("EQ_" + name + "_" + address, normal(pair.path(name).asText()));
    }
  }

  private void error() {
    JsonNode declared = event.path("errorDeclaration");
    if (declared.isObject()) {
      add("EXISTS_errorDeclaration", "");
      if (declared.path("reason").isTextual()) {
        add("EQ_errorReason", VocabularyKind.ERROR_REASON.address(declared.get("reason").asText()));
      }
      declared.path("correctiveEventIDs").forEach(id -> add("EQ_correctiveEventID", id.asText()));
    }
  }

  static String normal(String written) {
    return DigitalLinks.normal(Namespaces.standard(written));
  }
}
