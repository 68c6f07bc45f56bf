package org.vitrine.tracking.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import java.util.concurrent.Executor;

/**
 * The one place that reaches below Vert.x: it writes frames that are already encoded straight to
 * the channel, and hears when a full channel takes more again. All but {@link #loop} belongs to the
 * connection's event loop.
 */
final class Wire {
  private final ServerWebSocket socket;
  private final ChannelHandlerContext channel;

  /**
   * @param connection what the socket was before it was upgraded: the channel is the same
   */
  Wire(ServerWebSocket socket, HttpConnection connection, Runnable onWritable) {
    this.socket = socket;
    this.channel = ((ConnectionBase) connection).channel().pipeline().context(VertxHandler.class);
    if (channel.pipeline().get(IdleStateHandler.class) != null) {
      // It ends half requests; a socket may be silent, and our pings find the dead ones.
      channel.pipeline().remove(IdleStateHandler.class);
    }
    channel
        .pipeline()
        .addBefore(
            channel.name(),
            "vitrine-writability",
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelWritabilityChanged(ChannelHandlerContext context)
                  throws Exception {
                if (context.channel().isWritable()) {
                  onWritable.run();
                }
                super.channelWritabilityChanged(context);
              }
            });
  }

  /** The event loop that this connection belongs to. */
  Executor loop() {
    return channel.channel().eventLoop();
  }

  boolean takesMore() {
    return channel.channel().isWritable();
  }

  void write(Frame frame) {
    channel.write(frame.view(), channel.voidPromise());
  }

  void flush() {
    channel.flush();
  }

  void ping() {
    socket.writePing(Buffer.buffer("v"));
  }

  void close(int code, String reason) {
    socket.close((short) code, reason);
  }
}
