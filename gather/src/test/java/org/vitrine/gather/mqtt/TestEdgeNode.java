package org.vitrine.gather.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertySet;

/**
 * An edge node of Sparkplug B with one device, as the specification 3.0 has it: births with
 * aliases, data by alias alone, one number for every message, a rebirth when it is asked.
 */
final class TestEdgeNode {
  private static final String GROUP = "spBv1.0/plant/%s/edge-1%s";
  private static final long GOOD = 1;
  private static final long ORDER = 2;
  private static final long FORCE = 3;

  private final Mqtt5BlockingClient client;
  private final AtomicInteger births = new AtomicInteger();
  private int bdSeq;
  private int seq;
  private int good = 100;

  TestEdgeNode(Mqtt5BlockingClient client) {
    this.client = client;
    client
        .toAsync()
        .subscribeWith()
        .topicFilter(GROUP.formatted("NCMD", ""))
        .callback(command -> rebirth())
        .send()
        .join();
  }

  private synchronized void rebirth() {
    beBorn();
  }

  /** Says everything, as after it has connected. */
  synchronized void beBorn() {
    seq = 0;
    births.incrementAndGet();
    send(
        "NBIRTH",
        "",
        payload()
            .addMetrics(
                Metric.newBuilder()
                    .setName("bdSeq")
                    .setDatatype(DataType.Int64.getNumber())
                    .setLongValue(bdSeq)));
    send(
        "DBIRTH",
        "/press",
        payload()
            .addMetrics(good().setName("Counters/Good").setDatatype(DataType.Int32.getNumber()))
            .addMetrics(
                Metric.newBuilder()
                    .setName("Order")
                    .setAlias(ORDER)
                    .setDatatype(DataType.String.getNumber())
                    .setStringValue("SO-1"))
            .addMetrics(
                Metric.newBuilder()
                    .setName("Force")
                    .setAlias(FORCE)
                    .setDatatype(DataType.Int16.getNumber())
                    .setIntValue(0)));
  }

  synchronized void connectsAnew(int goodFrom) {
    bdSeq++;
    good = goodFrom;
    beBorn();
  }

  synchronized void makes(int pieces) {
    for (int i = 0; i < pieces; i++) {
      good++;
      send("DDATA", "/press", payload().addMetrics(good()));
    }
  }

  /** A small negative number travels as a large one. */
  synchronized void measures(short force) {
    send(
        "DDATA",
        "/press",
        payload().addMetrics(Metric.newBuilder().setAlias(FORCE).setIntValue(force & 0xFFFF)));
  }

  /** It does not know how many there are, and makes pieces meanwhile. */
  synchronized void losesCountWhileItMakes(int pieces) {
    good += pieces;
    Metric.Builder none = good().clearIntValue().setIsNull(true);
    send("DDATA", "/press", payload().addMetrics(none));
  }

  synchronized void saysRubbish() {
    publish("DDATA", "/press", "rubbish".getBytes());
  }

  /** Says that its number has a quality, and not which. */
  synchronized void saysNoQuality() {
    PropertySet named = PropertySet.newBuilder().addKeys("Quality").build();
    send("DDATA", "/press", payload().addMetrics(good().setProperties(named)));
  }

  /** Makes pieces of which nobody hears. */
  synchronized void losesWhatItSays(int pieces) {
    good += pieces;
    seq += pieces;
  }

  synchronized void dies() {
    send(
        "NDEATH",
        "",
        Payload.newBuilder()
            .addMetrics(
                Metric.newBuilder()
                    .setName("bdSeq")
                    .setDatatype(DataType.Int64.getNumber())
                    .setLongValue(bdSeq)));
  }

  int births() {
    return births.get();
  }

  private Metric.Builder good() {
    return Metric.newBuilder()
        .setAlias(GOOD)
        .setTimestamp(Instant.now().toEpochMilli())
        .setIntValue(good);
  }

  private Payload.Builder payload() {
    return Payload.newBuilder().setTimestamp(Instant.now().toEpochMilli()).setSeq(seq++ % 256);
  }

  private void send(String kind, String device, Payload.Builder payload) {
    publish(kind, device, payload.build().toByteArray());
  }

  private void publish(String kind, String device, byte[] payload) {
    client
        .toAsync()
        .publishWith()
        .topic(GROUP.formatted(kind, device))
        .qos(MqttQos.AT_MOST_ONCE)
        .payload(payload)
        .send();
  }
}
