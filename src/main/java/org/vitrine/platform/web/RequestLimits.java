package org.vitrine.platform.web;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * What all who send requests share: how many connections there may be, and how much of bodies. One
 * for the whole server.
 */
record RequestLimits(ConnectionLimits connections, ByteBudget bodies) {

  /** What is read at once becomes objects at once, whatever it is: so it is not much. */
  private static final RecvByteBufAllocator LITTLE_AT_ONCE =
      new AdaptiveRecvByteBufAllocator(256, 2_048, 16_384).maxMessagesPerRead(1);

  static RequestLimits ofThisProcess() {
    return new RequestLimits(ConnectionLimits.ofThisProcess(), ByteBudget.ofThisProcess());
  }

  /** From the first byte of a connection on, until it becomes a live socket or ends. */
  void watch(HttpConnection connection, TrustedProxies proxies) {
    Channel channel = Connections.channel(connection);
    channel.config().setRecvByteBufAllocator(LITTLE_AT_ONCE);
    ChannelPipeline pipeline = channel.pipeline();
    String encoder = pipeline.context(HttpResponseEncoder.class).name();
    String peer = connection.remoteAddress().hostAddress();
    pipeline.addAfter(encoder, "timeouts", new RequestTimeouts(connections, proxies, peer));
    pipeline.addAfter(encoder, "bodies", new BodyCounter(bodies));
  }

  /** Somebody answers the request from now on. On its event loop. */
  static void begin(HttpServerRequest request) {
    ChannelPipeline pipeline = Connections.channel(request.connection()).pipeline();
    Optional.ofNullable(pipeline.get(RequestTimeouts.class)).ifPresent(RequestTimeouts::begin);
    counter(request).ifPresent(counter -> counter.begin(request));
  }

  /** What the request has of the budget that is answered now; nothing once its client has gone. */
  static Optional<BodyShare> share(HttpServerRequest request) {
    return counter(request).map(BodyCounter::share);
  }

  private static Optional<BodyCounter> counter(HttpServerRequest request) {
    return Optional.ofNullable(
        Connections.channel(request.connection()).pipeline().get(BodyCounter.class));
  }
}
