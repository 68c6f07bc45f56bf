package org.vitrine.platform.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import java.util.concurrent.TimeUnit;

/**
 * What we need of a connection from below Vert.x. The idle limit is there to end half requests; it
 * must not end one that was read in full and is worked on, nor a live connection that is silent.
 */
public final class Connections {
  static final int HALF_REQUEST_SECONDS = 10;

  private static final String IDLE = "idle";

  private Connections() {}

  public static Channel channel(HttpConnection connection) {
    return ((ConnectionBase) connection).channel();
  }

  /** From now on the connection may be silent. On its event loop. */
  public static void allowSilence(Channel channel) {
    if (channel.pipeline().get(IdleStateHandler.class) != null) {
      channel.pipeline().remove(IdleStateHandler.class);
    }
  }

  /** From now on silence ends it again, as at first. From any thread. */
  static void forbidSilence(Channel channel) {
    channel
        .eventLoop()
        .execute(
            () -> {
              ChannelPipeline pipeline = channel.pipeline();
              if (channel.isActive()
                  && pipeline.get(IdleStateHandler.class) == null
                  && pipeline.context(VertxHandler.class) != null) {
                pipeline.addBefore(
                    pipeline.context(VertxHandler.class).name(),
                    IDLE,
                    new IdleStateHandler(0, 0, HALF_REQUEST_SECONDS, TimeUnit.SECONDS));
              }
            });
  }
}
