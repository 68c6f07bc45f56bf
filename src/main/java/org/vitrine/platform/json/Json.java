package org.vitrine.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
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
import java.util.Arrays;
import java.util.stream.Collectors;
import org.vitrine.platform.Rejection;

/**
 * The one JSON mapper: strict when it reads (an unknown field, a number in quotes or a repeated key
 * is an error that names the field), sparing when it writes (absent values are left out).
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
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

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Reads what somebody sent; throws {@link Rejection.Invalid} naming the field at fault. */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new Rejection.Invalid("", "The content is null");
      }
      return value;
    } catch (IOException e) {
      throw invalid(e);
    }
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

  private static Rejection invalid(IOException fault) {
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
    if (fault instanceof JsonProcessingException syntax) {
      JsonLocation at = syntax.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      return new Rejection.Invalid(
          "", "Not valid JSON" + where + ": " + syntax.getOriginalMessage());
    }
    return new Rejection.Invalid("", "Not valid JSON in UTF-8");
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
    return fault.getOriginalMessage();
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
