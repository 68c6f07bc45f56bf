package org.vitrine.platform.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection whose client keeps us waiting: for a head, for a body, or for its taking what
 * it asked for. How long an answer takes is ours, and ends nothing. One for each connection that is
 * no live socket, on its event loop, between the decoder and whoever answers.
 */
final class RequestTimeouts extends ChannelDuplexHandler {
  static final int HEAD_SECONDS = 10;

  /** Whoever keeps us waiting for longer is one of few of the same client. */
  static final int SLOW_SECONDS = 3;

  private final ConnectionLimits limits;
  private final TrustedProxies proxies;
  private final String peer;
  private final String client;
  private final boolean isProxy;
  private Channel channel;
  private UnreadReply unread;
  private ScheduledFuture<?> clock;
  private boolean isCounted;

  /** What it does now: it answers, it takes a body, both, or waits for the head of a request. */
  private boolean isAnswering;

  private IncomingBody body;
  private int headSeconds;

  /** Whose slow connections this one is counted among, if it is. */
  private String slowClient;

  RequestTimeouts(ConnectionLimits limits, TrustedProxies proxies, String peer) {
    this.limits = limits;
    this.proxies = proxies;
    this.peer = peer;
    this.client = ClientNetwork.of(peer);
    this.isProxy = proxies.isTrusted(peer);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    channel = context.channel();
    unread = new UnreadReply(channel);
    isCounted = limits.open(client, isProxy);
    if (isCounted) {
      clock = context.executor().scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    } else {
      channel.close();
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (isCounted) {
      clock.cancel(false);
      isSlowNoMore();
      limits.close(client);
    }
  }

  /** Somebody works on the request whose head came, until its answer is out. */
  void begin() {
    isAnswering = true;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      isSlowNoMore();
      headSeconds = 0;
      body = HttpMessages.hasBody(request) ? new IncomingBody(clientOf(request)) : null;
    }
    if (body != null && message instanceof HttpContent content) {
      body.receive(content.content().readableBytes());
      if (message instanceof LastHttpContent) {
        isSlowNoMore();
        body = null;
      }
    }
    context.fireChannelRead(message);
  }

  private String clientOf(HttpRequest request) {
    return isProxy
        ? ClientNetwork.of(proxies.origin(peer, request.headers().getAll(TrustedProxies.HEADER)))
        : client;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (HttpMessages.endsReply(message)) {
      isAnswering = false;
      headSeconds = 0;
      if (body != null) {
        body.wasAnswered();
      }
    }
    context.write(message, promise);
  }

  private void tick() {
    unread.tick();
    if (unread.isStuck() || !unread.isThere() && isLate()) {
      channel.close();
    }
  }

  private boolean isLate() {
    if (body == null && !isAnswering) {
      headSeconds++;
      // A proxy sends heads that it has; those whom it waits for itself are not its own.
      return headSeconds >= HEAD_SECONDS || !isProxy && isOneTooMany(client, headSeconds);
    }
    if (body == null || !channel.config().isAutoRead()) {
      return false; // It is us who keep the client waiting.
    }
    body.tick();
    return body.isLate() || isOneTooMany(body.client(), body.seconds());
  }

  private boolean isOneTooMany(String whose, int seconds) {
    if (seconds != SLOW_SECONDS || slowClient != null) {
      return false;
    }
    boolean mayBeSlow = limits.isSlow(whose);
    slowClient = mayBeSlow ? whose : null;
    return !mayBeSlow;
  }

  private void isSlowNoMore() {
    if (slowClient != null) {
      limits.isSlowNoMore(slowClient);
      slowClient = null;
    }
  }
}
