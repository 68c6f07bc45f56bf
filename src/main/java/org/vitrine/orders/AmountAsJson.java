package org.vitrine.orders;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/** Writes a whole amount as a whole number, any other with the decimals that it needs. */
final class AmountAsJson extends StdScalarSerializer<Amount> {
  private static final long serialVersionUID = 1;

  AmountAsJson() {
    super(Amount.class);
  }

  @Override
  public void serialize(Amount amount, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    long whole = amount.whole();
    if (!amount.isWhole()) {
      json.writeNumber(amount.asDecimal());
    } else if (whole == (int) whole) {
      json.writeNumber((int) whole); // In a tree, the same node as any other number of that size.
    } else {
      json.writeNumber(whole);
    }
  }
}
