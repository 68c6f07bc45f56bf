package org.vitrine.gather.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.vitrine.gather.plan.Peer;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Happening;
import org.vitrine.gather.sources.Observed;
import org.vitrine.gather.sources.Receiver;
import org.vitrine.gather.sources.Source;

/**
 * Plain messages of a broker, which keeps for us what comes while we are away. Each is acknowledged
 * when it is on disk.
 */
public final class MqttSource implements Source, Broker.Taker {
  private static final String SESSION = "session";
  private static final String NOT_KEPT = "not kept/";

  private final List<MqttTag> tags;
  private final Receiver receiver;
  private final InstantSource clock;
  private final Broker broker;

  /** Topics whose last message came with QoS 0: brokers keep none of them for who is away. */
  private final Set<String> notKept = new TreeSet<>();

  private boolean connectedBefore;

  /**
   * @param onlyLooking true where we come as a stranger, so that nothing is taken from ourselves
   */
  public MqttSource(
      SourcePlan plan,
      Peer.Mqtt peer,
      Receiver receiver,
      InstantSource clock,
      boolean onlyLooking) {
    this.receiver = receiver;
    this.clock = clock;
    this.tags =
        plan.tags().stream()
            .sorted(Comparator.comparing(tag -> plan.contextTags().contains(tag) ? 0 : 1))
            .map(tag -> MqttTag.of(tag, timesOf(tag, plan.times())))
            .toList();
    String id = onlyLooking ? "vitrine-preview-" + UUID.randomUUID() : peer.clientId();
    this.broker = new Broker(peer.url(), id, peer.login(), !onlyLooking, receiver, this);
  }

  /** A message has one time, whichever of its tags says where that is. */
  private static SourcePlan.Times timesOf(String tag, Map<String, SourcePlan.Times> times) {
    SourcePlan.Times none = new SourcePlan.Times(null, null);
    SourcePlan.Times own = times.getOrDefault(tag, none);
    if (!own.equals(none)) {
      return own;
    }
    return times.entrySet().stream()
        .filter(other -> MqttTag.topicOf(other.getKey()).equals(MqttTag.topicOf(tag)))
        .map(Map.Entry::getValue)
        .filter(other -> !other.equals(none))
        .findFirst()
        .orElse(none);
  }

  /** First those that say what others are about: what is retained comes in this order. */
  @Override
  public List<Mqtt5Subscription> subscriptions() {
    return tags.stream().map(MqttTag::topic).distinct().map(this::subscription).toList();
  }

  /** What was kept for us says all; what is retained beside it would come out of its order. */
  private Mqtt5Subscription subscription(String topic) {
    return Mqtt5Subscription.builder()
        .topicFilter(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retainHandling(
            notKept.contains(topic)
                ? Mqtt5RetainHandling.SEND
                : Mqtt5RetainHandling.SEND_IF_SUBSCRIPTION_DOES_NOT_EXIST)
        .build();
  }

  @Override
  public void start() {
    connectedBefore = receiver.position(SESSION) != null;
    tags.stream()
        .map(MqttTag::topic)
        .filter(topic -> receiver.position(NOT_KEPT + topic) != null)
        .forEach(notKept::add);
    broker.start();
  }

  @Override
  public void connected(boolean wasKept) {
    List<Happening> happenings = connectedBefore ? missed(wasKept) : List.of();
    connectedBefore = true;
    give(new Batch(happenings, List.of(), Map.of(SESSION, "begun"), () -> {}));
  }

  /** A broker that has forgotten us has kept nothing since; none keeps what is sent with QoS 0. */
  private List<Happening> missed(boolean wasKept) {
    if (!wasKept) {
      String sentence = "The broker kept nothing while we were away: what was said is lost";
      return List.of(Happening.ofAll(Happening.Kind.GAP, null, clock.instant(), sentence));
    }
    if (notKept.isEmpty()) {
      return List.of();
    }
    Set<String> topics = Set.copyOf(notKept);
    String sentence = "What was said with QoS 0 while we were away is lost";
    return List.of(
        new Happening(
            Happening.Kind.GAP,
            tag -> topics.contains(MqttTag.topicOf(tag)),
            null,
            clock.instant(),
            sentence));
  }

  @Override
  public void subscribed() {
    // Brokers say by themselves what they retain.
  }

  @Override
  public void take(Mqtt5Publish message, Runnable kept) {
    Instant now = clock.instant();
    String topic = message.getTopic().toString();
    String payload = new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
    List<Observed> values = new ArrayList<>();
    for (MqttTag tag : tags) {
      if (tag.topic().equals(topic)) {
        read(tag, payload, now, message.isRetain(), values);
      }
    }
    give(new Batch(List.of(), values, keeping(topic, message.getQos()), kept));
  }

  /** What is to be remembered of the topic, where that is another than before. */
  private Map<String, String> keeping(String topic, MqttQos qos) {
    boolean isKept = qos != MqttQos.AT_MOST_ONCE;
    boolean changed = isKept ? notKept.remove(topic) : notKept.add(topic);
    return changed ? Map.of(NOT_KEPT + topic, isKept ? "" : "not kept") : Map.of();
  }

  private void read(
      MqttTag tag, String payload, Instant now, boolean retained, List<Observed> values) {
    try {
      Observed value = tag.read(payload, now, retained);
      if (value != null) {
        values.add(value);
      }
      if (value != null && !value.isKnown()) {
        receiver.unusable(tag.tag(), "it has no value", null);
      }
    } catch (MqttTag.Unusable unusable) {
      receiver.unusable(tag.tag(), unusable.getMessage(), unusable.value());
      values.add(Observed.unknown(tag.tag(), now, now, "unusable-" + now));
    }
  }

  private void give(Batch batch) {
    try {
      receiver.take(batch);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    broker.close();
  }
}
