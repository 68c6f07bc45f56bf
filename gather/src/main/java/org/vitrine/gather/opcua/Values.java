package org.vitrine.gather.opcua;

import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.vitrine.gather.sources.Observed;

/** What the values of a server say. */
final class Values {
  private Values() {}

  /** Null where it is no text, number, time or yes and no. */
  static String textOf(DataValue value) {
    Object content = value.getValue() == null ? null : value.getValue().getValue();
    return switch (content) {
      case null -> null;
      case Boolean flag -> flag.toString();
      case Number number -> number.toString();
      case String text -> text;
      case LocalizedText text -> text.getText();
      case DateTime time -> time.getJavaInstant().toString();
      default -> null;
    };
  }

  /**
   * @param text null where nothing is known
   */
  static Observed observed(
      String tag, DataValue value, String text, Instant arrivedAt, boolean standing) {
    DateTime time = value.getSourceTime() == null ? value.getServerTime() : value.getSourceTime();
    Instant at = time == null ? arrivedAt : time.getJavaInstant();
    long ticks = time == null ? arrivedAt.toEpochMilli() * 10_000 : time.getUtcTime();
    return new Observed(tag, text, at, arrivedAt, keyOf(ticks, text), standing);
  }

  /** Two values may bear the same time where its clock is coarse. */
  private static String keyOf(long ticks, String text) {
    CRC32C sum = new CRC32C();
    sum.update(String.valueOf(text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return "%d-%08x".formatted(ticks, sum.getValue());
  }

  static String nameOf(StatusCode status) {
    Optional<String[]> known = StatusCodes.lookup(status.getValue());
    return known.map(names -> names[0]).orElse(status.toString());
  }
}
