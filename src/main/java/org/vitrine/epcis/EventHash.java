package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The id of an event by what it says (CBV 2.0, 8.9): the same event has the same id, whoever
 * captures it and in whatever order its fields come. When it was recorded, its own id and what was
 * declared of it later do not count.
 */
final class EventHash {
  private static final int MOST_DIGITS = 100;
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?");
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Set<String> DOES_NOT_COUNT =
      Set.of(
          "type",
          "isA",
          "@context",
          "recordTime",
          "eventID",
          "errorDeclaration",
          "certificationInfo",
          "rdfs:comment",
          "comment");

  private static final List<HashedField> ORDER =
      List.of(
          HashedField.value("eventTime"),
          HashedField.value("eventTimeZoneOffset"),
          HashedField.list("epcList", HashedField.value("epc")),
          HashedField.value("parentID"),
          HashedField.list("inputEPCList", HashedField.value("epc")),
          HashedField.list("childEPCs", HashedField.value("epc")),
          HashedField.list("quantityList", quantity()),
          HashedField.list("childQuantityList", quantity()),
          HashedField.list("inputQuantityList", quantity()),
          HashedField.list("outputEPCList", HashedField.value("epc")),
          HashedField.list("outputQuantityList", quantity()),
          HashedField.value("action"),
          HashedField.value("transformationID"),
          HashedField.term("bizStep", VocabularyKind.BIZ_STEP),
          HashedField.term("disposition", VocabularyKind.DISPOSITION),
          HashedField.of(
              "persistentDisposition",
              HashedField.term("set", VocabularyKind.DISPOSITION),
              HashedField.term("unset", VocabularyKind.DISPOSITION)),
          HashedField.of("readPoint", HashedField.value("id")),
          HashedField.of("bizLocation", HashedField.value("id")),
          HashedField.list(
              "bizTransactionList",
              HashedField.of(
                  "",
                  HashedField.term("type", VocabularyKind.TRANSACTION),
                  HashedField.value("bizTransaction"))),
          HashedField.list(
              "sourceList",
              HashedField.of(
                  "", HashedField.term("type", VocabularyKind.PARTY), HashedField.value("source"))),
          HashedField.list(
              "destinationList",
              HashedField.of(
                  "",
                  HashedField.term("type", VocabularyKind.PARTY),
                  HashedField.value("destination"))),
          HashedField.list(
              "sensorElementList", HashedField.of("sensorElement", metadata(), report())));

  private EventHash() {}

  private static HashedField quantity() {
    return HashedField.of(
        "quantityElement",
        HashedField.value("epcClass"),
        HashedField.value("quantity"),
        HashedField.value("uom"));
  }

  private static HashedField metadata() {
    return HashedField.of(
        "sensorMetadata",
        values(
            "time",
            "startTime",
            "endTime",
            "deviceID",
            "deviceMetadata",
            "rawData",
            "dataProcessingMethod",
            "bizRules"));
  }

  private static HashedField report() {
    List<HashedField> fields = new ArrayList<>();
    fields.add(HashedField.term("type", VocabularyKind.MEASUREMENT));
    fields.add(HashedField.term("exception", VocabularyKind.SENSOR_ALERT));
    Collections.addAll(
        fields,
        values(
            "deviceID",
            "deviceMetadata",
            "rawData",
            "dataProcessingMethod",
            "time",
            "microorganism",
            "chemicalSubstance",
            "value"));
    fields.add(HashedField.term("component", VocabularyKind.COMPONENT));
    Collections.addAll(
        fields,
        values(
            "stringValue",
            "booleanValue",
            "hexBinaryValue",
            "uriValue",
            "minValue",
            "maxValue",
            "meanValue",
            "sDev",
            "percRank",
            "percValue",
            "uom",
            "coordinateReferenceSystem"));
    return HashedField.of("sensorReport", fields.toArray(HashedField[]::new));
  }

  private static HashedField[] values(String... names) {
    return List.of(names).stream().map(HashedField::value).toArray(HashedField[]::new);
  }

  /** As a named information of SHA-256 (RFC 6920). */
  static String of(JsonNode event, Namespaces around) {
    return "ni:///sha-256;%s?ver=CBV2.0".formatted(DigestUtils.sha256Hex(text(event, around)));
  }

  /** What is hashed, in UTF-8. */
  static String text(JsonNode event, Namespaces around) {
    Namespaces names = around.and(event);
    StringBuilder text = new StringBuilder("eventType=").append(type(event));
    List<String> others = new ArrayList<>();
    for (HashedField field : ORDER) {
      HashedParts parts = field.parts(event.path(field.name()), names);
      text.append(parts.text());
      parts.others().forEach(others::add);
    }
    Set<String> known = names(ORDER);
    for (Map.Entry<String, JsonNode> field : event.properties()) {
      if (!known.contains(field.getKey()) && !DOES_NOT_COUNT.contains(field.getKey())) {
        others.addAll(other(field.getKey(), field.getValue(), names));
      }
    }
    return text.append(sorted(others)).toString();
  }

  private static String type(JsonNode event) {
    return event.path(event.has("type") ? "type" : "isA").asText();
  }

  private static Set<String> names(List<HashedField> fields) {
    return Set.copyOf(fields.stream().map(HashedField::name).toList());
  }

  private static String sorted(List<String> texts) {
    return String.join("", texts.stream().sorted().toList());
  }

  /**
   * A field that counts at its place.
   *
   * @param element of a list, each of its elements; absent for what is no list
   * @param fields of an object; empty for a value
   * @param kind of the list of words that its value is from; absent where it is none
   */
  private record HashedField(
      String name, HashedField element, List<HashedField> fields, VocabularyKind kind) {

    static HashedField value(String name) {
      return new HashedField(name, null, List.of(), null);
    }

    static HashedField term(String name, VocabularyKind kind) {
      return new HashedField(name, null, List.of(), kind);
    }

    static HashedField of(String name, HashedField... fields) {
      return new HashedField(name, null, List.of(fields), null);
    }

    static HashedField list(String name, HashedField element) {
      return new HashedField(name, element, List.of(), null);
    }

    HashedParts parts(JsonNode node, Namespaces around) {
      if (node.isMissingNode() || node.isNull()) {
        return HashedParts.NONE;
      }
      if (element != null) {
        return element.each(node, around).under(name);
      }
      return node.isArray() ? each(node, around) : one(node, around);
    }

    /** Elements of one list: in the order of what they come to. */
    private HashedParts each(JsonNode list, Namespaces around) {
      List<String> texts = new ArrayList<>();
      List<String> others = new ArrayList<>();
      for (JsonNode one : list.isArray() ? list : List.of(list)) {
        HashedParts parts = one(one, around);
        texts.add(parts.text());
        others.addAll(parts.others());
      }
      return new HashedParts(sorted(texts), others);
    }

    private HashedParts one(JsonNode node, Namespaces around) {
      if (fields.isEmpty()) {
        String value = EventHash.value(kind, node);
        return value.isEmpty() ? HashedParts.NONE : new HashedParts(name + "=" + value, List.of());
      }
      Namespaces names = around.and(node);
      StringBuilder text = new StringBuilder();
      List<String> others = new ArrayList<>();
      for (HashedField field : fields) {
        HashedParts parts = field.parts(node.path(field.name), names);
        text.append(parts.text());
        others.addAll(parts.others());
      }
      Set<String> known = EventHash.names(fields);
      for (Map.Entry<String, JsonNode> more : node.properties()) {
        if (!known.contains(more.getKey()) && !DOES_NOT_COUNT.contains(more.getKey())) {
          others.addAll(other(more.getKey(), more.getValue(), names));
        }
      }
      return new HashedParts(text.toString(), others).under(name);
    }
  }

  /**
   * What a field comes to.
   *
   * @param text at its place
   * @param others extensions in it, which come at the end of the whole
   */
  private record HashedParts(String text, List<String> others) {
    static final HashedParts NONE = new HashedParts("", List.of());

    HashedParts under(String name) {
      return new HashedParts(
          text.isEmpty() ? "" : name + text,
          others.isEmpty() ? List.of() : List.of(name + sorted(others)));
    }
  }

  /** An extension: one text for each of its values. */
  private static List<String> other(String name, JsonNode node, Namespaces around) {
    if (name.startsWith("@")) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode one : node.isArray() ? node : List.of(node)) {
      Namespaces names = around.and(one);
      String qualified = names.qualified(name);
      if (!one.isObject()) {
        texts.add(qualified + "=" + value(null, one));
        continue;
      }
      List<String> inner = new ArrayList<>();
      for (Map.Entry<String, JsonNode> field : one.properties()) {
        if (!field.getKey().equals("#text")) {
          inner.addAll(other(field.getKey(), field.getValue(), names));
        }
      }
      String own = one.has("#text") ? "=" + value(null, one.get("#text")) : "";
      texts.add(qualified + own + sorted(inner));
    }
    return texts;
  }

  private static String value(VocabularyKind kind, JsonNode node) {
    if (node.isNumber()) {
      return plain(node.decimalValue());
    }
    String text = node.asText().strip();
    if (kind != null) {
      return kind.address(text);
    }
    Optional<Instant> moment = EpcisTime.parse(text);
    if (moment.isPresent()) {
      return MILLISECONDS.format(moment.get());
    }
    return NUMBER.matcher(text).matches()
        ? plain(new BigDecimal(text))
        : DigitalLinks.normal(Namespaces.standard(text));
  }

  private static String plain(BigDecimal number) {
    if (Math.abs(number.scale()) > MOST_DIGITS) {
      return number.toString(); // Written out, it could fill the memory.
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
