package org.vitrine.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.vitrine.platform.Rejection;

/**
 * The one JSON mapper: strict when it reads (an unknown field, a number in quotes or a repeated key
 * is an error that names the field), sparing when it writes (absent values are left out).
 */
public final class Json {
  static final int DEEPEST = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .addModules(new JavaTimeModule(), new Jdk8Module(), new StrictValues())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .withCoercionConfig(
              LogicalType.Textual,
              to -> {
                to.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                to.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                to.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
              })
          .build();

  private Json() {}

  /** True where everything behind can hold the text: no NUL, no half of a surrogate pair. */
  public static boolean isStorable(String text) {
    return StrictValues.isStorable(text);
  }

  /** A number as it is once it was written and read. */
  public static BigDecimal asRead(BigDecimal number) {
    return StrictValues.withoutTrailingZeros(number);
  }

  /** A moment as it is once it was written and read: as fine as the database keeps it. */
  public static Instant asRead(Instant moment) {
    return StrictValues.inMicroseconds(moment);
  }

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves out what belongs to other views only. */
  public static String text(Object value, Class<?> view) {
    try {
      return MAPPER.writerWithView(view).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Reads what somebody sent; throws {@link Rejection.Invalid} naming the field at fault. */
  public static <T> T read(InputStream json, Class<T> type) {
    return read(() -> MAPPER.readValue(decoded(json), type));
  }

  public static <T> T read(byte[] json, Class<T> type) {
    return read(new ByteArrayInputStream(json), type);
  }

  /** Like {@link #read(InputStream, Class)}, from a text: what the database keeps. */
  public static <T> T read(String json, Class<T> type) {
    return read(() -> MAPPER.readValue(json, type));
  }

  /** Like {@link #read(InputStream, Class)}, from a tree that was read before. */
  public static <T> T read(JsonNode json, Class<T> type) {
    return read(() -> MAPPER.treeToValue(json, type));
  }

  /** Reads values of this type one after the other: more may come behind each. */
  static ObjectReader oneOfMany(Class<?> type) {
    return MAPPER.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** The value that a parser stands at. */
  static <T> T read(JsonParser parser, ObjectReader reader) {
    return read(() -> reader.readValue(parser));
  }

  static JsonParser parser(InputStream json) throws IOException {
    return MAPPER.createParser(decoded(json));
  }

  @FunctionalInterface
  private interface ValueSource<T> {
    T value() throws IOException;
  }

  private static <T> T read(ValueSource<T> reading) {
    try {
      T value = reading.value();
      if (value == null) {
        throw new Rejection.Invalid("", "The body must not be null");
      }
      return value;
    } catch (IOException e) {
      throw JsonFaults.asRejection(e);
    }
  }

  /** Jackson would let broken UTF-8 pass, and take UTF-16 for JSON. */
  private static Reader decoded(InputStream json) {
    return new UnmarkedReader(new InputStreamReader(json, StandardCharsets.UTF_8.newDecoder()));
  }
}
