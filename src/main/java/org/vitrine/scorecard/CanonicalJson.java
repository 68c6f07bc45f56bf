package org.vitrine.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.TreeMap;
import org.vitrine.platform.json.Json;

/**
 * JSON that has one way to be written (RFC 8785): names in the order of their UTF-16 code units, no
 * blanks, the shortest escapes. Numbers are whole or have a few decimals, and are below 10²¹, so
 * that they stand as ECMAScript writes them.
 */
final class CanonicalJson {
  private static final BigDecimal MOST = new BigDecimal("1e21");
  private static final BigDecimal LEAST = new BigDecimal("1e-6");
  private static final int DIGITS = 15;
  private static final int FIRST_PRINTABLE = 0x20;

  private CanonicalJson() {}

  static String of(JsonNode json) {
    StringBuilder text = new StringBuilder();
    write(json, text);
    return text.toString();
  }

  private static void write(JsonNode json, StringBuilder text) {
    switch (json.getNodeType()) {
      case OBJECT -> writeObject(json, text);
      case ARRAY -> writeArray(json, text);
      case STRING -> writeText(json.textValue(), text);
      case NUMBER -> text.append(number(json.decimalValue()));
      case BOOLEAN, NULL -> text.append(json.asText());
      case BINARY, MISSING, POJO -> throw unfit(json.getNodeType());
    }
  }

  private static IllegalArgumentException unfit(JsonNodeType type) {
    return new IllegalArgumentException("JSON has no " + type);
  }

  private static void writeObject(JsonNode json, StringBuilder text) {
    TreeMap<String, JsonNode> byName = new TreeMap<>();
    json.properties().forEach(one -> byName.put(one.getKey(), one.getValue()));
    text.append('{');
    byName.forEach(
        (name, value) -> {
          separate(text, '{');
          writeText(name, text);
          text.append(':');
          write(value, text);
        });
    text.append('}');
  }

  private static void writeArray(JsonNode json, StringBuilder text) {
    text.append('[');
    Iterator<JsonNode> values = json.elements();
    while (values.hasNext()) {
      separate(text, '[');
      write(values.next(), text);
    }
    text.append(']');
  }

  private static void separate(StringBuilder text, char begun) {
    if (text.charAt(text.length() - 1) != begun) {
      text.append(',');
    }
  }

  private static String number(BigDecimal value) {
    BigDecimal size = value.abs();
    boolean fits =
        size.signum() == 0
            || size.compareTo(MOST) < 0
                && size.compareTo(LEAST) >= 0
                && value.stripTrailingZeros().precision() <= DIGITS;
    if (!fits) {
      throw new IllegalArgumentException(value + " is not written alike everywhere");
    }
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static void writeText(String value, StringBuilder text) {
    if (!Json.isStorable(value)) {
      throw new IllegalArgumentException("Half a character");
    }
    text.append('"');
    for (int at = 0; at < value.length(); at++) {
      text.append(escaped(value.charAt(at)));
    }
    text.append('"');
  }

  private static String escaped(char letter) {
    return switch (letter) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default ->
          letter < FIRST_PRINTABLE ? "\\u%04x".formatted((int) letter) : String.valueOf(letter);
    };
  }
}
