package org.vitrine.gather.mqtt;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.zip.CRC32C;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Observed;

/**
 * Where a value stands: {@code topic} for the whole message, {@code topic#/pointer} for a part of
 * its JSON.
 */
record MqttTag(String tag, String topic, JsonPointer pointer, SourcePlan.Times times) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final BigDecimal MILLIS_FROM = new BigDecimal("1e11");
  private static final int LONGEST_NUMBER = 1_000;

  static MqttTag of(String tag, SourcePlan.Times times) {
    String topic = topicOf(tag);
    JsonPointer pointer =
        topic.equals(tag) ? null : JsonPointer.compile(tag.substring(topic.length() + 1));
    return new MqttTag(tag, topic, pointer, times);
  }

  static String topicOf(String tag) {
    int hash = tag.indexOf('#');
    return hash < 0 ? tag : tag.substring(0, hash);
  }

  /** A value that cannot be understood. */
  static final class Unusable extends Exception {
    private final String value;

    /**
     * @param value what came; null where there is none to show
     */
    Unusable(String why, String value) {
      super(why);
      this.value = value;
    }

    String value() {
      return value;
    }
  }

  /** Null where the message does not have it. */
  Observed read(String payload, Instant arrivedAt, boolean standing) throws Unusable {
    boolean json = pointer != null || times.time() != null || times.sequence() != null;
    JsonNode message = json ? parsed(payload) : null;
    if (pointer != null && !holdsValue(message.at(pointer))) {
      return null;
    }
    String text = pointer == null ? payload.strip() : textAt(message, pointer);
    Instant at = times.time() == null ? arrivedAt : timeIn(message);
    return new Observed(tag, text, at, arrivedAt, keyOf(message, at, arrivedAt, text), standing);
  }

  private static boolean holdsValue(JsonNode found) {
    return !found.isMissingNode() && !found.isContainerNode();
  }

  private static JsonNode parsed(String payload) throws Unusable {
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException none) {
      throw new Unusable("the message is no JSON", payload);
    }
  }

  /** Null where it says that nothing is known. */
  private static String textAt(JsonNode message, JsonPointer pointer) {
    JsonNode found = message.at(pointer);
    if (found.isNull()) {
      return null;
    }
    return found.isBigDecimal() ? written(found.decimalValue()) : found.asText();
  }

  /** A few letters may stand for a number that fills the memory when it is written out. */
  private static String written(BigDecimal number) {
    return Math.abs((long) number.scale()) > LONGEST_NUMBER
        ? number.toString()
        : number.toPlainString();
  }

  private Instant timeIn(JsonNode message) throws Unusable {
    JsonNode time = message.at(times.time());
    try {
      if (time.isNumber()) {
        BigDecimal number = time.decimalValue();
        boolean millis = number.compareTo(MILLIS_FROM) >= 0;
        return Instant.ofEpochMilli((millis ? number : number.movePointRight(3)).longValue());
      }
      return OffsetDateTime.parse(time.asText()).toInstant();
    } catch (DateTimeException none) {
      throw new Unusable("it has no time with its zone", time.asText());
    }
  }

  /** A number that counts the messages says best which one it is; then its time; else it is new. */
  private String keyOf(JsonNode message, Instant at, Instant arrivedAt, String text)
      throws Unusable {
    CRC32C sum = new CRC32C();
    sum.update(String.valueOf(text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    if (times.sequence() == null) {
      Instant time = times.time() == null ? arrivedAt : at;
      return "%s-%08x".formatted(time, sum.getValue());
    }
    JsonNode number = message.at(times.sequence());
    if (number.isMissingNode() || number.isContainerNode()) {
      throw new Unusable("the message has no number at " + times.sequence(), null);
    }
    return "%s-%08x".formatted(number.asText(), sum.getValue());
  }
}
