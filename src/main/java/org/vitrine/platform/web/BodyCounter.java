package org.vitrine.platform.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.vitrine.platform.Rejection;

/**
 * Counts the bytes of bodies as they arrive, before anybody looks at them, and refuses those that
 * there is no room for. One for each connection, on its event loop, right behind the decoder.
 */
final class BodyCounter extends ChannelDuplexHandler {
  /** Requests that a client sends before the one before them is answered. */
  private static final int AHEAD_AT_MOST = 100;

  /** For a refusal to arrive, while nothing more of the body is taken. */
  private static final int GOODBYE_SECONDS = 2;

  private final ByteBudget budget;

  /** The request that is answered now, and what it has of the budget. */
  private HttpServerRequest answering;

  private BodyShare share;

  /** The same of bodies that were sent before their turn. */
  private final Deque<BodyShare> ahead = new ArrayDeque<>();

  private int requestsAhead;

  /** What the body has that is read now. */
  private BodyShare reading;

  private boolean isOver;

  BodyCounter(ByteBudget budget) {
    this.budget = budget;
  }

  /** A request is answered from now on, until its answer is out. */
  void begin(HttpServerRequest request) {
    answering = request;
    requestsAhead = Math.max(0, requestsAhead - 1);
    share = HttpMessages.hasBody(request) ? ahead.remove() : new BodyShare(budget);
  }

  /** What the request that is answered now has of the budget. */
  BodyShare share() {
    return share;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (isOver) {
      ReferenceCountUtil.release(message);
    } else if (takes(message)) {
      context.fireChannelRead(message);
    } else {
      isOver = true;
      ReferenceCountUtil.release(message);
      refuse(context);
    }
  }

  private boolean takes(Object message) {
    if (message instanceof HttpRequest request) {
      requestsAhead += answering == null ? 0 : 1;
      reading = null;
      if (HttpMessages.hasBody(request)) {
        reading = new BodyShare(budget);
        ahead.add(reading);
      }
    }
    int bytes = message instanceof HttpContent content ? content.content().readableBytes() : 0;
    return requestsAhead <= AHEAD_AT_MOST
        && (bytes == 0 || reading == null || reading.takePiece(bytes));
  }

  private void refuse(ChannelHandlerContext context) {
    if (reading == null || share != reading || answering.response().headWritten()) {
      context.close();
      return;
    }
    answering.response().putHeader("Connection", "close");
    Problem.reply(
        answering.response(),
        new Rejection.Unavailable(
            "The server is receiving too much data right now; try again in a moment",
            Duration.ofSeconds(1)));
    context.executor().schedule(() -> context.close(), GOODBYE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (HttpMessages.endsReply(message) && share != null) {
      share.abandon();
      share = null;
      answering = null;
    }
    context.write(message, promise);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (share != null) {
      share.abandon();
    }
    ahead.forEach(BodyShare::end);
  }
}
