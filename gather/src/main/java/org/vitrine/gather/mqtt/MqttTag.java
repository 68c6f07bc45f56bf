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
    Unusable(String why) {
      super(why);
    }
  }

  /** Null where the message does not have it. */
  Observed read(String payload, Instant arrivedAt, boolean standing) throws Unusable {
    boolean json = pointer != null || times.time() != null || times.sequence() != null;
    JsonNode message = json ? parsed(payload) : null;
    String text = pointer == null ? payload.strip() : textAt(message, pointer);
    if (text == null) {
      return null;
    }
    Instant at = times.time() == null ? arrivedAt : timeIn(message);
    return new Observed(tag, text, at, arrivedAt, keyOf(message, at, arrivedAt, text), standing);
  }

  private static JsonNode parsed(String payload) throws Unusable {
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException none) {
      throw new Unusable("the message is no JSON");
    }
  }

  private static String textAt(JsonNode message, JsonPointer pointer) {
    JsonNode found = message.at(pointer);
    if (found.isMissingNode() || found.isNull() || found.isContainerNode()) {
      return null;
    }
    return found.isBigDecimal() ? found.decimalValue().toPlainString() : found.asText();
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
      throw new Unusable("“%s” is no time with its zone".formatted(time.asText()));
    }
  }

  /** A number that counts the messages says best which one it is; then its time; else it is new. */
  private String keyOf(JsonNode message, Instant at, Instant arrivedAt, String text)
      throws Unusable {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    if (times.sequence() == null) {
      Instant time = times.time() == null ? arrivedAt : at;
      return "%s-%08x".formatted(time, sum.getValue());
    }
    JsonNode number = message.at(times.sequence());
    if (number.isMissingNode() || number.isContainerNode()) {
      throw new Unusable("the message has no number at " + times.sequence());
    }
    return "%s-%08x".formatted(number.asText(), sum.getValue());
  }
}
