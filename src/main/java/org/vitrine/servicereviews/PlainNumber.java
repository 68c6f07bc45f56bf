package org.vitrine.servicereviews;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a figure without a fraction where it has none: as a tree, 100.0 would become 1E+2. */
final class PlainNumber extends StdSerializer<Double> {
  private static final long serialVersionUID = 1L;

  PlainNumber() {
    super(Double.class);
  }

  @Override
  public void serialize(Double figure, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (figure == Math.rint(figure)) {
      json.writeNumber(figure.longValue());
    } else {
      json.writeNumber(figure);
    }
  }
}
