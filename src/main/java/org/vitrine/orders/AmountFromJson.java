package org.vitrine.orders;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.vitrine.platform.Rejection;

/** Reads an amount however the number is written: 10, 10.0, 10.000 and 1e1 are ten. */
final class AmountFromJson extends StdScalarDeserializer<Amount> {
  private static final long serialVersionUID = 1;

  AmountFromJson() {
    super(Amount.class);
  }

  @Override
  public Amount deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        && parser.getNumberType() == JsonParser.NumberType.INT
        && parser.getIntValue() >= 0
        && parser.getIntValue() <= Amount.MOST) {
      return Amount.of(parser.getIntValue());
    }
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      throw new Rejection.Invalid(
          "", Amount.quoted(parser.getText()) + " is a text: give a number, without quotes");
    }
    return parser.currentToken().isNumeric()
        ? Amount.parse(parser.getText())
        : (Amount) context.handleUnexpectedToken(Amount.class, parser);
  }
}
