package org.vitrine.gather.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.lifecycle.Mqtt5ClientConnectedContext;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.vitrine.gather.plan.Peer;
import org.vitrine.gather.sources.Receiver;
import org.vitrine.gather.sources.Trouble;

/** A connection to a broker that keeps itself. What comes is handed over by one thread. */
final class Broker implements AutoCloseable {
  /** Fewer than the values of a tag that are remembered, so that what comes again is known. */
  private static final int UNACKNOWLEDGED = 32;

  private static final Duration KEPT_FOR_US = Duration.ofDays(7);

  /** What comes after the end is nobody's: it was not acknowledged, and comes again. */
  private final ExecutorService hand =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofVirtual().name("mqtt-", 0).factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private final boolean kept;
  private final List<Mqtt5Subscription> subscriptions;
  private final Receiver receiver;
  private final Consumer<Boolean> connected;
  private final Mqtt5AsyncClient client;
  private volatile boolean closed;

  /**
   * @param kept true where the broker keeps for us what comes while we are away
   * @param connected told each time whether the broker had kept it
   */
  Broker(
      URI url,
      String clientId,
      Peer.Login login,
      boolean kept,
      List<Mqtt5Subscription> subscriptions,
      Receiver receiver,
      Consumer<Boolean> connected) {
    this.kept = kept;
    this.subscriptions = subscriptions;
    this.receiver = receiver;
    this.connected = connected;
    this.client = client(url, clientId, login);
  }

  private Mqtt5AsyncClient client(URI url, String clientId, Peer.Login login) {
    boolean secure = url.getScheme().equals("mqtts");
    int port = url.getPort() > 0 ? url.getPort() : secure ? 8883 : 1883;
    Mqtt5ClientBuilder builder =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(clientId)
            .serverHost(url.getHost())
            .serverPort(port)
            .automaticReconnect()
            .initialDelay(1, TimeUnit.SECONDS)
            .maxDelay(30, TimeUnit.SECONDS)
            .applyAutomaticReconnect()
            .addConnectedListener(context -> connected((Mqtt5ClientConnectedContext) context))
            .addDisconnectedListener(this::disconnected);
    if (secure) {
      builder = builder.sslWithDefaultConfig();
    }
    if (login.password() != null) {
      builder =
          builder
              .simpleAuth()
              .username(login.user())
              .password(login.password().getBytes(StandardCharsets.UTF_8))
              .applySimpleAuth();
    } else if (login.user() != null) {
      builder = builder.simpleAuth().username(login.user()).applySimpleAuth();
    }
    return builder.buildAsync();
  }

  /** Returns at once; whoever takes a message calls what comes with it when it is kept. */
  void start(BiConsumer<Mqtt5Publish, Runnable> taker) {
    client.publishes(MqttGlobalPublishFilter.ALL, message -> hand(message, taker), hand, true);
    client
        .connectWith()
        .cleanStart(!kept)
        .sessionExpiryInterval(kept ? KEPT_FOR_US.toSeconds() : 0)
        .keepAlive(30)
        .restrictions()
        .receiveMaximum(kept ? UNACKNOWLEDGED : 65_535)
        .applyRestrictions()
        .send();
  }

  /** Nobody waits for a word on what was sent without; the client would drop what follows it. */
  private static void hand(Mqtt5Publish message, BiConsumer<Mqtt5Publish, Runnable> taker) {
    if (message.getQos() == MqttQos.AT_MOST_ONCE) {
      message.acknowledge();
      taker.accept(message, () -> {});
    } else {
      taker.accept(message, message::acknowledge);
    }
  }

  private void connected(Mqtt5ClientConnectedContext context) {
    boolean wasKept = context.getConnAck().isSessionPresent();
    client
        .subscribeWith()
        .addSubscriptions(subscriptions)
        .send()
        .whenComplete(
            (answer, failed) -> {
              if (failed != null) {
                receiver.disconnected("it refuses our subscription: " + Trouble.of(failed));
              } else {
                receiver.connected();
                hand.execute(() -> connected.accept(wasKept));
              }
            });
  }

  private void disconnected(MqttClientDisconnectedContext context) {
    if (closed) {
      context.getReconnector().reconnect(false);
      return;
    }
    receiver.disconnected(Trouble.of(context.getCause()));
  }

  void publish(String topic, byte[] payload) {
    client.publishWith().topic(topic).qos(MqttQos.AT_MOST_ONCE).payload(payload).send();
  }

  @Override
  public void close() {
    closed = true;
    try {
      client.disconnect().get(3, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (Exception wasNotConnected) {
      // Then there is nothing to end.
    }
    hand.shutdown();
  }
}
