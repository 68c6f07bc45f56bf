package org.vitrine.gather.mqtt;

/**
 * {@code spBv1.0/group/KIND/node[/device]}.
 *
 * @param device null for the node itself
 */
record SparkplugTopic(String kind, String node, String device) {
  static final String NAMESPACE = "spBv1.0";

  /** Null where it is none. */
  static SparkplugTopic parse(String topic) {
    String[] parts = topic.split("/", 5);
    if (parts.length < 4 || !parts[0].equals(NAMESPACE)) {
      return null;
    }
    return new SparkplugTopic(parts[2], parts[3], parts.length == 5 ? parts[4] : null);
  }

  String place() {
    return device == null ? node : node + "/" + device;
  }
}
