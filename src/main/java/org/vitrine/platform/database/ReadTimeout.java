package org.vitrine.platform.database;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;

/**
 * Ends a connection that has been silent for too long. Vert.x would say goodbye and then wait for
 * the other side to close, which one that is gone never does; so this reaches below it.
 */
final class ReadTimeout {
  private ReadTimeout() {}

  /** On the connection's event loop. */
  static void install(SqlConnection connection) {
    SocketConnectionBase socket =
        (SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap().unwrap();
    ChannelPipeline pipeline = socket.socket().channelHandlerContext().pipeline();
    pipeline.addAfter(
        pipeline.context(IdleStateHandler.class).name(), "vitrine-read-timeout", new CloseOnIdle());
  }

  private static final class CloseOnIdle extends ChannelInboundHandlerAdapter {
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
      if (event instanceof IdleStateEvent) {
        context.close();
      } else {
        super.userEventTriggered(context, event);
      }
    }
  }
}
