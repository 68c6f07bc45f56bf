package org.vitrine.gather.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
public final class MqttSource implements Source {
  private static final String SESSION = "session";

  private final List<MqttTag> tags;
  private final Receiver receiver;
  private final InstantSource clock;
  private final Broker broker;
  private volatile boolean connectedBefore;

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
        plan.tags().stream().map(tag -> MqttTag.of(tag, timesOf(tag, plan.times()))).toList();
    String id = onlyLooking ? "vitrine-preview-" + UUID.randomUUID() : peer.clientId();
    this.broker =
        new Broker(
            peer.url(), id, peer.login(), !onlyLooking, subscriptions(), receiver, this::connected);
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

  private List<Mqtt5Subscription> subscriptions() {
    return tags.stream()
        .map(MqttTag::topic)
        .distinct()
        .map(topic -> Mqtt5Subscription.builder().topicFilter(topic).qos(MqttQos.AT_LEAST_ONCE))
        .map(builder -> builder.build())
        .toList();
  }

  @Override
  public void start() {
    connectedBefore = receiver.position(SESSION) != null;
    broker.start(this::take);
  }

  /** A broker that has forgotten us has kept nothing since. */
  private void connected(boolean wasKept) {
    List<Happening> happenings = new ArrayList<>();
    if (connectedBefore && !wasKept) {
      String sentence = "The broker kept nothing while we were away: what was said is lost";
      happenings.add(Happening.ofAll(Happening.Kind.GAP, null, clock.instant(), sentence));
    }
    connectedBefore = true;
    give(new Batch(happenings, List.of(), Map.of(SESSION, "begun"), () -> {}));
  }

  private void take(Mqtt5Publish message, Runnable kept) {
    Instant now = clock.instant();
    String payload = new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
    List<Observed> values = new ArrayList<>();
    for (MqttTag tag : tags) {
      if (tag.topic().equals(message.getTopic().toString())) {
        read(tag, payload, now, message.isRetain(), values);
      }
    }
    give(new Batch(List.of(), values, Map.of(), kept));
  }

  private void read(
      MqttTag tag, String payload, Instant now, boolean retained, List<Observed> values) {
    try {
      Observed value = tag.read(payload, now, retained);
      if (value != null) {
        values.add(value);
      }
    } catch (MqttTag.Unusable unusable) {
      receiver.unusable(tag.tag(), unusable.getMessage());
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
