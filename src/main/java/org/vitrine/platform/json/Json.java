package org.vitrine.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.vitrine.platform.Rejection;

/**
 * The one JSON mapper: strict when it reads (an unknown field, a number in quotes or a repeated key
 * is an error that names the field), sparing when it writes (absent values are left out).
 */
public final class Json {
  private static final int DEEPEST = 100;
  private static final int LONGEST_ECHO = 300;

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
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      T value = MAPPER.readValue(decoded(json), type);
      if (value == null) {
        throw new Rejection.Invalid("", "The content is null");
      }
      return value;
    } catch (IOException e) {
      throw invalid(e);
    }
  }

  /** Like {@link #read(byte[], Class)}, from a text: what the database keeps. */
  public static <T> T read(String json, Class<T> type) {
    return read(json.getBytes(StandardCharsets.UTF_8), type);
  }

  /** Like {@link #read(byte[], Class)}, from a tree that was read before. */
  public static <T> T read(JsonNode json, Class<T> type) {
    try {
      T value = MAPPER.treeToValue(json, type);
      if (value == null) {
        throw new Rejection.Invalid("", "The content is null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw invalid(e);
    }
  }

  /** Jackson would let broken UTF-8 pass, and take UTF-16 for JSON. */
  private static String decoded(byte[] json) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException broken) {
      throw new Rejection.Invalid("", "Not valid UTF-8");
    }
  }

  private static Rejection invalid(IOException fault) {
    Rejection.Invalid invalid = described(fault);
    return new Rejection.Invalid(printable(invalid.field()), printable(invalid.getMessage()));
  }

  private static Rejection.Invalid described(IOException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
      return new Rejection.Invalid(path(unknown), "Unknown field; known are: " + known);
    }
    if (fault instanceof JsonMappingException mapping) {
      for (Throwable cause = mapping; cause != null; cause = cause.getCause()) {
        if (cause instanceof Rejection.Invalid invalid) {
          return new Rejection.Invalid(join(path(mapping), invalid.field()), invalid.getMessage());
        }
      }
      return new Rejection.Invalid(path(mapping), sentence(mapping));
    }
    return fault instanceof JsonProcessingException syntax
        ? new Rejection.Invalid("", syntaxError(syntax))
        : new Rejection.Invalid("", "Not valid JSON");
  }

  private static String syntaxError(JsonProcessingException fault) {
    if (fault instanceof StreamConstraintsException) {
      return "Nested deeper than %d levels, or with a number or a name that is too long"
          .formatted(DEEPEST);
    }
    JsonLocation at = fault.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    String what = fault.getOriginalMessage().lines().findFirst().orElse("");
    return "Not valid JSON" + where + ": " + what;
  }

  private static String sentence(JsonMappingException fault) {
    if (fault instanceof InvalidFormatException format) {
      Class<?> wanted = format.getTargetType();
      if (wanted != null && wanted.isEnum()) {
        String names =
            Arrays.stream(wanted.getEnumConstants())
                .map(constant -> text(constant).replace("\"", ""))
                .collect(Collectors.joining(", "));
        return "«" + format.getValue() + "» is none of: " + names;
      }
      return "«" + format.getValue() + "» is not " + named(wanted);
    }
    if (fault instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "Should be " + named(mismatch.getTargetType());
    }
    return switch (fault.getCause()) {
      case InputCoercionException tooLarge -> "The number is too large";
      case StreamReadException syntax -> syntaxError(syntax);
      case null -> fault.getOriginalMessage();
      default -> "Cannot be used";
    };
  }

  /** What was sent is said back, so it is cut short and loses what cannot be written. */
  private static String printable(String text) {
    String whole =
        text.codePoints()
            .map(point -> point < 0x20 || point >= 0xD800 && point <= 0xDFFF ? '\uFFFD' : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return whole.length() <= LONGEST_ECHO ? whole : whole.substring(0, LONGEST_ECHO) + "…";
  }

  private static String named(Class<?> type) {
    return switch (type == null ? "" : type.getSimpleName()) {
      case "Instant" -> "a time such as 2026-11-22T14:22:00Z";
      case "LocalDate" -> "a date such as 2026-12-15";
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "BigDecimal", "double", "Double" -> "a number";
      case "boolean", "Boolean" -> "true or false";
      case "String" -> "a text";
      case "List", "ArrayList" -> "a list";
      default -> "an object";
    };
  }

  private static String path(JsonMappingException fault) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String join(String path, String field) {
    return path.isEmpty() || field.isEmpty() ? path + field : path + "." + field;
  }
}
