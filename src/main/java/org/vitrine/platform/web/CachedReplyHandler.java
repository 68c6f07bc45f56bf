package org.vitrine.platform.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Answers from memory below Vert.x: a request whose reply lies ready costs one lookup and one
 * write. Whatever is not the plainest of requests, or cannot be answered so, takes the usual way.
 * One for each connection, on its event loop.
 */
final class CachedReplyHandler extends ChannelDuplexHandler {
  private final List<CachedRoute> routes;
  private final LongAdder answered;

  /** Requests that took the usual way and whose replies are not through yet. */
  private int underWay;

  /** True while what follows belongs to a request that was answered here. */
  private boolean skipping;

  /** True while there is something to flush. */
  private boolean written;

  private ChannelHandlerContext encoder;

  private CachedReplyHandler(List<CachedRoute> routes, LongAdder answered) {
    this.routes = routes;
    this.answered = answered;
  }

  /** A route of which something may lie ready: what its path begins with. */
  record CachedRoute(String prefix, Memory memory) {

    /** The cached routes: those that end in the name of one thing. */
    static List<CachedRoute> of(List<Endpoint> endpoints) {
      return endpoints.stream()
          .filter(endpoint -> endpoint.memory() != Memory.NONE)
          .map(
              endpoint ->
                  new CachedRoute(
                      endpoint.path().substring(0, endpoint.path().indexOf(':')),
                      endpoint.memory()))
          .toList();
    }
  }

  static void open(HttpConnection connection, List<CachedRoute> routes, LongAdder answered) {
    ChannelPipeline pipeline = Connections.channel(connection).pipeline();
    ChannelHandlerContext encoder = pipeline.context(HttpResponseEncoder.class);
    if (encoder != null) {
      pipeline.addAfter(encoder.name(), "cached replies", new CachedReplyHandler(routes, answered));
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    encoder = context.pipeline().context(HttpResponseEncoder.class);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (skipping && message instanceof HttpObject) {
      skipping = !(message instanceof LastHttpContent);
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request) {
      if (underWay == 0 && answer(context, request)) {
        skipping = !(message instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
        return;
      }
      underWay++;
    }
    context.fireChannelRead(message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (written) {
      written = false;
      encoder.flush();
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (HttpMessages.endsReply(message)) {
      underWay--;
    }
    context.write(message, promise);
  }

  private boolean answer(ChannelHandlerContext context, HttpRequest request) {
    if (!isPlain(request) || !context.channel().isWritable()) {
      return false;
    }
    Optional<ByteBuf> reply = find(request);
    reply.ifPresent(
        ready -> {
          answered.increment();
          encoder.write(ready);
          written = true;
        });
    return reply.isPresent();
  }

  /** A GET by HTTP/1.1 without a body, on a connection that stays. */
  private static boolean isPlain(HttpRequest request) {
    return request.decoderResult().isSuccess()
        && request.method().equals(HttpMethod.GET)
        && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && !request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
        && !request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
        && !request.headers().contains(HttpHeaderNames.EXPECT)
        && !request.headers().contains(HttpHeaderNames.UPGRADE)
        && !request.headers().containsValue(HttpHeaderNames.CONNECTION, "close", true);
  }

  private Optional<ByteBuf> find(HttpRequest request) {
    for (CachedRoute route : routes) {
      Optional<PlainGet> get = PlainGet.at(request, route.prefix());
      if (get.isPresent()) {
        try {
          return route.memory().answer(get.get()).flatMap(reply -> form(reply, request));
        } catch (RuntimeException refused) {
          return Optional.empty(); // The usual way says why.
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ByteBuf> form(CachedReply reply, HttpRequest request) {
    return reply
        .unchanged(Optional.ofNullable(request.headers().get(HttpHeaderNames.IF_NONE_MATCH)))
        .or(() -> reply.whole(request.headers().get(HttpHeaderNames.ACCEPT_ENCODING)));
  }
}
