package org.vitrine.tracking.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.VertxHandler;
import java.util.concurrent.Executor;
import org.vitrine.platform.web.Connections;

/**
 * A WebSocket: frames that are already encoded go straight to the channel, below Vert.x, and it is
 * heard when a full channel takes more again.
 */
final class SocketWire implements Wire {
  private final ServerWebSocket socket;
  private final ChannelHandlerContext channel;

  /**
   * @param connection what the socket was before it was upgraded: the channel is the same
   */
  SocketWire(ServerWebSocket socket, HttpConnection connection, Runnable onWritable) {
    this.socket = socket;
    this.channel = Connections.channel(connection).pipeline().context(VertxHandler.class);
    Connections.allowSilence(channel.channel());
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

  @Override
  public Executor loop() {
    return channel.channel().eventLoop();
  }

  @Override
  public boolean takesMore() {
    return channel.channel().isWritable();
  }

  @Override
  public void write(Frame frame) {
    channel.write(frame.view(), channel.voidPromise());
  }

  @Override
  public void flush() {
    channel.flush();
  }

  @Override
  public void listenNoMore() {
    socket.pause();
  }

  @Override
  public void listen() {
    socket.resume();
  }

  @Override
  public void ping() {
    socket.writePing(Buffer.buffer("v"));
  }

  @Override
  public void close(int code, String reason) {
    socket.close((short) code, reason);
  }
}
