package org.vitrine.gather.mqtt;

import java.time.Instant;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertySet;

/** What a metric of Sparkplug B says (specification 3.0, chapter 6.4). */
final class Metrics {
  private static final int GOOD = 192;

  private Metrics() {}

  /**
   * The value as text; null where it is null or no single value.
   *
   * @param type as the metric says or, where it does not, as its birth did
   */
  static String textOf(Metric metric, int type) {
    if (metric.getIsNull()) {
      return null;
    }
    return switch (metric.getValueCase()) {
      case INT_VALUE -> ofInt(metric.getIntValue(), type);
      case LONG_VALUE -> ofLong(metric.getLongValue(), type);
      case FLOAT_VALUE -> Float.toString(metric.getFloatValue());
      case DOUBLE_VALUE -> Double.toString(metric.getDoubleValue());
      case BOOLEAN_VALUE -> Boolean.toString(metric.getBooleanValue());
      case STRING_VALUE -> metric.getStringValue();
      default -> null;
    };
  }

  /** Small numbers travel as unsigned ones of 32 bits, whatever they are. */
  private static String ofInt(int value, int type) {
    DataType known = DataType.forNumber(type);
    if (known == null) {
      return Integer.toUnsignedString(value);
    }
    return switch (known) {
      case Int8 -> Byte.toString((byte) value);
      case Int16 -> Short.toString((short) value);
      case Int32 -> Integer.toString(value);
      default -> Integer.toUnsignedString(value);
    };
  }

  private static String ofLong(long value, int type) {
    DataType known = DataType.forNumber(type);
    if (known == DataType.Int64) {
      return Long.toString(value);
    }
    if (known == DataType.DateTime) {
      return Instant.ofEpochMilli(value).toString();
    }
    return Long.toUnsignedString(value);
  }

  /**
   * Metrics may say that they are stale or bad; a quality that they name and do not say is none.
   */
  static boolean isGood(Metric metric) {
    PropertySet properties = metric.getProperties();
    int index = properties.getKeysList().indexOf("Quality");
    return index < 0
        || index < properties.getValuesCount() && properties.getValues(index).getIntValue() == GOOD;
  }

  static Instant timeOf(Metric metric, Payload payload, Instant arrivedAt) {
    if (metric.hasTimestamp()) {
      return Instant.ofEpochMilli(metric.getTimestamp());
    }
    return payload.hasTimestamp() ? Instant.ofEpochMilli(payload.getTimestamp()) : arrivedAt;
  }

  /** Which connection of an edge node it is; null where the message does not say. */
  static Long birthNumber(Payload payload) {
    return payload.getMetricsList().stream()
        .filter(metric -> metric.getName().equals("bdSeq"))
        .map(metric -> metric.hasLongValue() ? metric.getLongValue() : metric.getIntValue())
        .findFirst()
        .orElse(null);
  }

  /** The command that asks an edge node to say everything anew. */
  static byte[] rebirth(Instant at) {
    return Payload.newBuilder()
        .setTimestamp(at.toEpochMilli())
        .addMetrics(
            Metric.newBuilder()
                .setName("Node Control/Rebirth")
                .setTimestamp(at.toEpochMilli())
                .setDatatype(DataType.Boolean.getNumber())
                .setBooleanValue(true))
        .build()
        .toByteArray();
  }
}
