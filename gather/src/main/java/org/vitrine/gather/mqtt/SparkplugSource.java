package org.vitrine.gather.mqtt;

import com.google.protobuf.InvalidProtocolBufferException;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.vitrine.gather.plan.Peer;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Receiver;
import org.vitrine.gather.sources.Source;

/**
 * Edge nodes of Sparkplug B (specification 3.0), heard as a host application that is not the
 * primary one. Brokers keep none of their messages, so after each connection every node is asked to
 * say everything anew.
 */
public final class SparkplugSource implements Source, Broker.Taker {
  private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

  private final SourcePlan plan;
  private final Peer.Sparkplug peer;
  private final Receiver receiver;
  private final InstantSource clock;
  private final boolean onlyLooking;
  private final Map<String, EdgeNode> nodes = new TreeMap<>();
  private final Map<String, Instant> askedAt = new HashMap<>();
  private final Set<String> tags;
  private final Broker broker;

  /**
   * @param onlyLooking true where no node is asked for anything
   */
  public SparkplugSource(
      SourcePlan plan,
      Peer.Sparkplug peer,
      Receiver receiver,
      InstantSource clock,
      boolean onlyLooking) {
    this.plan = plan;
    this.peer = peer;
    this.receiver = receiver;
    this.clock = clock;
    this.onlyLooking = onlyLooking;
    this.tags = plan.tags();
    String id = onlyLooking ? "vitrine-preview-" + UUID.randomUUID() : peer.clientId();
    this.broker = new Broker(peer.url(), id, peer.login(), false, receiver, this);
  }

  @Override
  public List<Mqtt5Subscription> subscriptions() {
    List<Mqtt5Subscription> all = new ArrayList<>();
    plan.tags().stream()
        .map(SparkplugSource::nodeOf)
        .distinct()
        .map(node -> "%s/%s/+/%s/#".formatted(SparkplugTopic.NAMESPACE, peer.group(), node))
        .forEach(
            filter ->
                all.add(
                    Mqtt5Subscription.builder()
                        .topicFilter(filter)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .build()));
    return all;
  }

  private static String nodeOf(String tag) {
    return tag.split("[:/]", 2)[0];
  }

  @Override
  public void start() {
    plan.tags().stream()
        .map(SparkplugSource::nodeOf)
        .forEach(node -> nodes.computeIfAbsent(node, name -> new EdgeNode(name, tags, receiver)));
    broker.start();
  }

  @Override
  public void connected(boolean wasKept) {
    nodes.values().forEach(EdgeNode::wasMissed);
  }

  @Override
  public void subscribed() {
    askedAt.clear();
    nodes.keySet().forEach(this::askForRebirth);
  }

  private void askForRebirth(String node) {
    Instant now = clock.instant();
    Instant asked = askedAt.get(node);
    if (onlyLooking || (asked != null && asked.plus(ASK_AGAIN).isAfter(now))) {
      return;
    }
    askedAt.put(node, now);
    String topic = "%s/%s/NCMD/%s".formatted(SparkplugTopic.NAMESPACE, peer.group(), node);
    broker.publish(topic, Metrics.rebirth(now));
  }

  @Override
  public void take(Mqtt5Publish message, Runnable kept) {
    SparkplugTopic topic = SparkplugTopic.parse(message.getTopic().toString());
    EdgeNode node = topic == null ? null : nodes.get(topic.node());
    if (node == null) {
      kept.run();
      return;
    }
    try {
      Payload payload = Payload.parseFrom(message.getPayloadAsBytes());
      EdgeNode.Outcome outcome = node.hear(topic, payload, clock.instant());
      if (topic.kind().equals("NBIRTH")) {
        askedAt.remove(topic.node());
      }
      if (outcome.asksForRebirth()) {
        askForRebirth(topic.node());
      }
      give(outcome.batch(), kept);
    } catch (InvalidProtocolBufferException | RuntimeException none) {
      receiver.unusable(topic.node(), "a message is no Sparkplug B", topic.place());
      node.wasMissed();
      askForRebirth(topic.node());
      kept.run();
    }
  }

  private void give(Batch batch, Runnable kept) {
    if (batch == null) {
      kept.run();
      return;
    }
    try {
      receiver.take(new Batch(batch.happenings(), batch.values(), batch.position(), kept));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    broker.close();
  }
}
