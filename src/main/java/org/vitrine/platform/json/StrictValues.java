package org.vitrine.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * What a text, a number or a date must be so that everything behind it (PostgreSQL, a browser,
 * arithmetic) can hold it. Each is checked where it is read, once for all fields there are.
 */
final class StrictValues extends SimpleModule {
  private static final int MOST_DIGITS = 30;
  private static final int LAST_YEAR = 9_999;

  StrictValues() {
    addDeserializer(String.class, new Text());
    addDeserializer(BigDecimal.class, new Decimal());
    takeWholeNumbers(Integer.class);
    takeWholeNumbers(int.class);
    takeWholeNumbers(Long.class);
    takeWholeNumbers(long.class);
    addDeserializer(Instant.class, new Moment());
    addDeserializer(LocalDate.class, new Day());
  }

  private <T> void takeWholeNumbers(Class<T> type) {
    JsonDeserializer<?> plain = NumberDeserializers.find(type, type.getName());
    addDeserializer(type, whole(plain));
  }

  @SuppressWarnings("unchecked")
  private static <T> JsonDeserializer<T> whole(JsonDeserializer<?> plain) {
    return (JsonDeserializer<T>) new Whole(plain);
  }

  /** True where a text has no NUL, which PostgreSQL cannot store, and no half of a character. */
  static boolean isStorable(String text) {
    return text.indexOf('\0') < 0
        && text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  private static final class Text extends StdScalarDeserializer<String> {
    private Text() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (String) context.handleUnexpectedToken(String.class, parser);
      }
      String text = parser.getText();
      if (!isStorable(text)) {
        throw JsonMappingException.from(
            parser, "Contains a NUL character or an unpaired surrogate");
      }
      return text;
    }
  }

  /** So that 3,325.0 and 3,325 are the same value. */
  static BigDecimal withoutTrailingZeros(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** As fine as the database keeps it, so that what is read back is what was said. */
  static Instant inMicroseconds(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS);
  }

  private static final class Decimal extends StdScalarDeserializer<BigDecimal> {
    private Decimal() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.currentToken().isNumeric()) {
        return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
      }
      BigDecimal number = parser.getDecimalValue();
      // Before anything is done with it: written out, 1e999999999 would fill the memory.
      long digitsBefore = (long) number.precision() - number.scale();
      if (number.signum() != 0 && (digitsBefore > MOST_DIGITS || number.scale() > MOST_DIGITS)) {
        throw JsonMappingException.from(
            parser,
            "A number can have at most "
                + MOST_DIGITS
                + " digits before and after the decimal point");
      }
      return withoutTrailingZeros(number);
    }
  }

  /**
   * Programs that keep every quantity as a decimal write ten as 10.0, 10.000 or 1e1: each is the
   * whole number that it says.
   */
  private static final class Whole extends DelegatingDeserializer {
    private static final int MOST_DIGITS_OF_LONG = 19;

    private Whole(JsonDeserializer<?> plain) {
      super(plain);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> plain) {
      return new Whole(plain);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
        return super.deserialize(parser, context);
      }
      BigDecimal number = parser.getDecimalValue().stripTrailingZeros();
      if (number.scale() > 0) {
        throw InvalidFormatException.from(parser, "a fraction", parser.getText(), handledType());
      }
      // Before it is written out: 1e999999999 would fill the memory.
      if ((long) number.precision() - number.scale() > MOST_DIGITS_OF_LONG) {
        throw tooLarge(parser);
      }
      try {
        return isInt() ? (Object) number.intValueExact() : (Object) number.longValueExact();
      } catch (ArithmeticException beyond) {
        throw tooLarge(parser);
      }
    }

    private boolean isInt() {
      return handledType() == Integer.class || handledType() == int.class;
    }

    private static JsonMappingException tooLarge(JsonParser parser) {
      return JsonMappingException.from(parser, "The number is too large");
    }
  }

  /** A time with its offset from UTC; never a number, which could be seconds or milliseconds. */
  private static final class Moment extends StdScalarDeserializer<Instant> {
    private Moment() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
      }
      try {
        Instant moment = inMicroseconds(Moments.parse(parser.getText()));
        requireYear(parser, moment.atOffset(ZoneOffset.UTC).getYear());
        return moment;
      } catch (DateTimeException notATime) {
        return (Instant)
            context.handleWeirdStringValue(Instant.class, parser.getText(), "no instant");
      }
    }
  }

  private static final class Day extends StdScalarDeserializer<LocalDate> {
    private Day() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
      }
      try {
        LocalDate day = LocalDate.parse(parser.getText());
        requireYear(parser, day.getYear());
        return day;
      } catch (DateTimeException notADate) {
        return (LocalDate)
            context.handleWeirdStringValue(LocalDate.class, parser.getText(), "no date");
      }
    }
  }

  private static void requireYear(JsonParser parser, int year) throws JsonMappingException {
    if (year < 1 || year > LAST_YEAR) {
      throw JsonMappingException.from(parser, "A year must have four digits");
    }
  }
}
