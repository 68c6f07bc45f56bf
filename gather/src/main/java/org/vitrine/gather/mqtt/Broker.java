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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
  private final Receiver receiver;
  private final Taker taker;
  private final Mqtt5AsyncClient client;
  private volatile boolean closed;

  /** Whom it speaks to, one after the other. */
  interface Taker {
    /**
     * Before anything that comes by this connection.
     *
     * @param wasKept true where the broker had kept what came while we were away
     */
    void connected(boolean wasKept);

    /** What is to be heard by this connection. */
    List<Mqtt5Subscription> subscriptions();

    /** From now on all of that is heard. */
    void subscribed();

    /** Whoever takes a message runs what comes with it when it is kept. */
    void take(Mqtt5Publish message, Runnable kept);
  }

  /**
   * @param kept true where the broker keeps for us what comes while we are away
   */
  Broker(URI url, String clientId, Peer.Login login, boolean kept, Receiver receiver, Taker taker) {
    this.kept = kept;
    this.receiver = receiver;
    this.taker = taker;
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

  /** Returns at once. */
  void start() {
    client.publishes(MqttGlobalPublishFilter.ALL, this::hand, hand, true);
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

  /**
   * Nobody waits for a word on what was sent without; the client would drop what follows it. One
   * message that breaks whoever reads it does not end all.
   */
  private void hand(Mqtt5Publish message) {
    boolean unasked = message.getQos() == MqttQos.AT_MOST_ONCE;
    if (unasked) {
      message.acknowledge();
    }
    Runnable kept = unasked ? () -> {} : message::acknowledge;
    try {
      taker.take(message, kept);
    } catch (RuntimeException notUnderstood) {
      receiver.unusable(
          "messages",
          "one could not be read at all",
          "%s: %s".formatted(message.getTopic(), notUnderstood));
      kept.run();
    }
  }

  private void connected(Mqtt5ClientConnectedContext context) {
    boolean wasKept = context.getConnAck().isSessionPresent();
    hand.execute(
        () -> {
          taker.connected(wasKept);
          subscribe();
        });
  }

  private void subscribe() {
    client
        .subscribeWith()
        .addSubscriptions(taker.subscriptions())
        .send()
        .whenComplete(
            (answer, failed) -> {
              if (failed != null) {
                receiver.disconnected("it refuses our subscription: " + Trouble.of(failed));
              } else {
                receiver.connected();
                hand.execute(taker::subscribed);
              }
            });
  }

  /** It connects again when all that came before is taken, so that nothing mixes with it. */
  private void disconnected(MqttClientDisconnectedContext context) {
    if (closed) {
      context.getReconnector().reconnect(false);
      return;
    }
    receiver.disconnected(Trouble.of(context.getCause()));
    context
        .getReconnector()
        .reconnectWhen(CompletableFuture.runAsync(() -> {}, hand), (taken, failed) -> {});
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
