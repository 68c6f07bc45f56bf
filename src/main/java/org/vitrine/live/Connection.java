package org.vitrine.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.vitrine.access.Caller;
import org.vitrine.access.Token;

/** One connection and what it watches. Belongs to its event loop. */
final class Connection {
  private static final int TOPICS_AT_MOST = 16;
  private static final int ENDED = 4401;
  private static final int OUR_FAULT = 1011;
  private static final int SERVICE_RESTART = 1012;

  /** A cursor that no state has: the whole page comes, with the word that it replaces one. */
  static final String LOST = "";

  private final Transport transport;
  private final Caller caller;
  private final Token credential;
  private final Map<String, Subscription> byName = new HashMap<>();
  private final Hub hub;
  private final BiConsumer<Subscription, Optional<String>> request;
  private volatile boolean closed;

  /** It asked for something and waits for the answer: it is not heard until it has it. */
  private boolean waits;

  private Subscription asked;

  /**
   * @param request asks for a topic's state, from a cursor on
   */
  Connection(
      Transport transport,
      Caller caller,
      Token credential,
      Hub hub,
      BiConsumer<Subscription, Optional<String>> request) {
    this.transport = transport;
    this.caller = caller;
    this.credential = credential;
    this.hub = hub;
    this.request = request;
  }

  Transport transport() {
    return transport;
  }

  Caller caller() {
    return caller;
  }

  /** The session or key that it was let in by. */
  Token credential() {
    return credential;
  }

  /**
   * Its right has ended, or is another one now: it is told so and gets nothing more, whether or not
   * it lets the socket be closed.
   */
  void end(String why) {
    byName.keySet().forEach(topic -> transport.write(Frame.gone(topic, why)));
    transport.flush();
    close(ENDED, "signed out");
  }

  /** It is told to connect anew, at another node if there is one, and goes. */
  void sendElsewhere() {
    if (!closed) {
      send(Frame.reconnect());
      close(SERVICE_RESTART, "restarting");
    }
  }

  /** It asks for something: it is heard again when it has its answer. */
  void asks() {
    waits = true;
    transport.listenNoMore();
  }

  /** Its question was answered, and what it asked for is on its way: it may ask the next one. */
  void wasServed(Subscription subscription) {
    if (subscription == asked) {
      asked = null;
      wasAnswered();
    }
  }

  private void wasAnswered() {
    waits = false;
    mayGoOn();
  }

  /** It may ask again as soon as it takes what it was sent. */
  private void mayGoOn() {
    if (!waits && transport.takesMore()) {
      transport.listen();
    }
  }

  /** Registers first and asks then: what happens in between is not lost. */
  void watch(Topic topic, Optional<String> since) {
    if (closed) {
      return;
    }
    unwatch(topic.name());
    if (byName.size() == TOPICS_AT_MOST) {
      refuse(topic.name(), "too-many");
      return;
    }
    Subscription subscription = new Subscription(this, topic);
    byName.put(topic.name(), subscription);
    asked = subscription;
    hub.register(subscription);
    request.accept(subscription, since);
  }

  void refuse(String name, String reason) {
    send(Frame.gone(name, reason));
    wasAnswered();
  }

  /** False where it watches something else under that name by now, or nothing. */
  boolean watches(Subscription subscription) {
    return byName.get(subscription.topic().name()) == subscription;
  }

  /** What it watches is not there any more. */
  void dismiss(Subscription subscription) {
    String name = subscription.topic().name();
    unwatch(name);
    send(Frame.gone(name, "not-found"));
    wasServed(subscription);
  }

  void unwatch(String name) {
    Subscription subscription = byName.remove(name);
    if (subscription != null) {
      hub.unregister(subscription);
    }
  }

  void send(Frame frame) {
    transport.write(frame);
    transport.flush();
  }

  /** It takes more again: whatever fell behind gets the newest page. */
  void catchUp() {
    mayGoOn();
    byName.values().stream()
        .filter(Subscription::isBehind)
        .forEach(subscription -> request.accept(subscription, Optional.of(LOST)));
  }

  boolean isStuckSinceBefore(long millis) {
    return byName.values().stream().anyMatch(one -> one.isBehindSinceBefore(millis));
  }

  /** What it wants cannot be shown. */
  void fail() {
    close(OUR_FAULT, "our fault");
  }

  /** It gets nothing more, whether or not it lets the connection be closed. */
  void close(int code, String reason) {
    closed();
    transport.close(code, reason);
  }

  /** True once it gets nothing more; may be asked from anywhere. */
  boolean isClosed() {
    return closed;
  }

  void closed() {
    closed = true;
    byName.values().forEach(hub::unregister);
    byName.clear();
  }
}
