package org.vitrine.platform.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.vitrine.platform.Rejection;

/** What Jackson finds wrong with a text, as a sentence for whoever sent it. */
final class JsonFaults {
  private static final int LONGEST_ECHO = 300;

  private JsonFaults() {}

  /** Names the field at fault, where it is one field. */
  static Rejection.Invalid asRejection(IOException fault) {
    Rejection.Invalid invalid = described(fault);
    return new Rejection.Invalid(printable(invalid.field()), printable(invalid.getMessage()));
  }

  private static Rejection.Invalid described(IOException fault) {
    return switch (fault) {
      case UnrecognizedPropertyException unknown -> unknownField(unknown);
      case JsonMappingException mapping -> inTheContent(mapping);
      case JsonProcessingException syntax -> new Rejection.Invalid("", syntaxError(syntax));
      case CharacterCodingException broken -> new Rejection.Invalid("", "Not valid UTF-8");
      default -> new Rejection.Invalid("", "Not valid JSON");
    };
  }

  private static Rejection.Invalid unknownField(UnrecognizedPropertyException fault) {
    String known =
        fault.getKnownPropertyIds().stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", "));
    return new Rejection.Invalid(path(fault), "Unknown field; valid ones are: " + known);
  }

  private static Rejection.Invalid inTheContent(JsonMappingException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof Rejection.Invalid invalid) {
        return new Rejection.Invalid(join(path(fault), invalid.field()), invalid.getMessage());
      }
      if (cause instanceof CharacterCodingException broken) {
        return described(broken);
      }
    }
    return new Rejection.Invalid(path(fault), sentence(fault));
  }

  private static String sentence(JsonMappingException fault) {
    if (fault instanceof InvalidFormatException format) {
      return unfit(format.getValue(), format.getTargetType());
    }
    if (fault instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "Must be " + named(mismatch.getTargetType());
    }
    return switch (fault.getCause()) {
      case InputCoercionException tooLarge -> "The number is too large";
      case StreamReadException syntax -> syntaxError(syntax);
      case StreamConstraintsException limit -> syntaxError(limit);
      case null -> fault.getOriginalMessage();
      default -> "Not a valid value";
    };
  }

  private static String unfit(Object value, Class<?> wanted) {
    String quoted = "“" + cut(String.valueOf(value)) + "” is ";
    if (wanted == null || !wanted.isEnum()) {
      return quoted + "not " + named(wanted);
    }
    return quoted
        + "not one of: "
        + Arrays.stream(wanted.getEnumConstants())
            .map(constant -> Json.text(constant).replace("\"", ""))
            .collect(Collectors.joining(", "));
  }

  private static String syntaxError(JsonProcessingException fault) {
    if (fault instanceof StreamConstraintsException) {
      return "Nested more than %d levels deep, or contains a number, name or string that is too long"
          .formatted(Json.DEEPEST);
    }
    JsonLocation at = fault.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    String what = fault.getOriginalMessage().lines().findFirst().orElse("");
    return "Not valid JSON" + where + ": " + what;
  }

  private static String named(Class<?> type) {
    return switch (type == null ? "" : type.getSimpleName()) {
      case "Instant" -> "a time such as 2026-11-22T14:22:00Z";
      case "LocalDate" -> "a date such as 2026-12-15";
      case "Duration" -> "a duration such as PT4H or PT30M";
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "Amount", "BigDecimal", "double", "Double" -> "a number";
      case "boolean", "Boolean" -> "true or false";
      case "String", "Unit" -> "a text";
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

  /** What was sent is said back, so it is cut short and loses what cannot be written. */
  private static String printable(String text) {
    return cut(text)
        .codePoints()
        .map(point -> point < 0x20 || point >= 0xD800 && point <= 0xDFFF ? '\uFFFD' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
  }
}
