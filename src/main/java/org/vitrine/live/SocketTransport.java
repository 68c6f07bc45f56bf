package org.vitrine.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.VertxHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.web.Connections;
import org.vitrine.platform.web.WebServer;

/**
 * A WebSocket, below Vert.x: Vert.x shakes hands, then the channel is ours. A socket that is silent
 * for days costs a channel and a few small handlers, and what is written goes out as it is.
 */
final class SocketTransport extends ChannelInboundHandlerAdapter implements Transport {
  private static final Logger LOG = LoggerFactory.getLogger(SocketTransport.class);
  private static final int GOODBYE_SECONDS = 1;

  /** Whoever answered none of so many pings is no longer there, though nobody said so. */
  private static final int UNANSWERED_AT_MOST = 3;

  /** What a client may say from one of our pings to the next. */
  private static final int FRAMES_AT_MOST = 10_000;

  /** A ping with one byte in it, as RFC 6455, 5.5.2 has it. */
  private static final ByteBuf PING =
      Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(new byte[] {(byte) 0x89, 1, 'v'}));

  private final Channel channel;

  /** What may be written to below Netty; null where there is nothing of the kind. */
  private final Socket socket;

  private ChannelHandlerContext writer;
  private Client client;
  private boolean closing;
  private int unanswered;
  private int frames;

  /**
   * @param connection what the socket was before the handshake: the channel is the same
   */
  SocketTransport(HttpConnection connection) {
    this.channel = Connections.channel(connection);
    this.socket = isPlain(channel) ? socketOf(channel) : null;
  }

  /** Below a channel with TLS of its own, what is written would go out in clear text. */
  private static boolean isPlain(Channel channel) {
    return channel.pipeline().get(SslHandler.class) == null;
  }

  private static Socket socketOf(Channel channel) {
    return channel instanceof UnixChannel unix && unix.fd() instanceof Socket found ? found : null;
  }

  /** Takes the channel over from Vert.x, to which the connection ends here. On its event loop. */
  void open(Client listening) {
    client = listening;
    ChannelPipeline pipeline = channel.pipeline();
    ChannelHandlerContext vertx = pipeline.context(VertxHandler.class);
    pipeline.addLast(
        new Utf8FrameValidator(), new WebSocketFrameAggregator(WebServer.LARGEST_MESSAGE));
    pipeline.addLast(new FlowControlHandler(), this);
    ((VertxHandler<?>) vertx.handler()).channelInactive(vertx);
    pipeline.toMap().values().stream()
        .filter(SocketTransport::isNotOfASocket)
        .forEach(pipeline::remove);
    writer = pipeline.context(WebSocketFrameDecoder.class);
  }

  private static boolean isNotOfASocket(ChannelHandler handler) {
    return !(handler instanceof HttpResponseEncoder // It leaves by itself, after the handshake.
        || handler instanceof SslHandler
        || handler instanceof WebSocketFrameDecoder
        || handler instanceof WebSocketFrameEncoder
        || handler instanceof Utf8FrameValidator
        || handler instanceof WebSocketFrameAggregator
        || handler instanceof FlowControlHandler
        || handler instanceof SocketTransport);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    unanswered = 0;
    frames++;
    try {
      switch (message) {
        case CloseWebSocketFrame close -> answer(close);
        case WebSocketFrame late when closing -> {}
        case WebSocketFrame more when frames > FRAMES_AT_MOST -> close(1008, "too much at once");
        case TextWebSocketFrame text -> client.says(text.text());
        case PingWebSocketFrame ping -> answer(ping);
        case PongWebSocketFrame pong -> {}
        case WebSocketFrame other -> close(1003, "text only");
        default -> throw new IllegalStateException("Not a frame: " + message);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  /** Nothing is kept for one who pings and does not read the answers. */
  private void answer(PingWebSocketFrame ping) {
    if (channel.isWritable()) {
      channel.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
    }
  }

  private void answer(CloseWebSocketFrame close) {
    if (!closing) {
      closing = true;
      channel.writeAndFlush(close.retain());
    }
    channel.close();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (channel.isWritable()) {
      client.takesMore();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    switch (fault) {
      case TooLongFrameException large -> close(1009, "too large");
      case CorruptedWebSocketFrameException bad -> close(bad.closeStatus().code(), "not a frame");
      case IOException gone -> channel.close();
      case CodecException broken -> {
        LOG.info("A socket closed in the middle of a message: {}", broken.getMessage());
        channel.close();
      }
      default -> {
        LOG.error("A socket failed", fault);
        channel.close();
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    client.left();
  }

  @Override
  public Executor loop() {
    return channel.eventLoop();
  }

  @Override
  public boolean takesMore() {
    return channel.isWritable();
  }

  /** What the kernel takes goes out at once; what it does not waits for the next flush. */
  @Override
  public void write(Frame frame) {
    if (closing) {
      return;
    }
    ByteBuf left = frame.view();
    left.skipBytes(sendAtOnce(frame));
    if (left.isReadable()) {
      writer.write(left, channel.voidPromise());
    }
  }

  /**
   * Hands a frame to the kernel below Netty, so that one more watcher costs one system call and
   * next to nothing else. Returns how many bytes were taken: none where others wait before them, or
   * where this cannot be done; whatever is wrong with the connection then shows in the usual way.
   */
  private int sendAtOnce(Frame frame) {
    ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
    if (socket == null
        || waiting == null
        || waiting.totalPendingWriteBytes() > 0 // Also what was not flushed yet.
        || frame.size() > AtHand.LARGEST
        || !channel.isActive()) {
      return 0;
    }
    try {
      return socket.send(AtHand.OF_LOOP.get().bytes(frame), 0, frame.size());
    } catch (IOException broken) {
      return 0;
    }
  }

  /** The frame that an event loop sends right now, in memory that the kernel can read. */
  private static final class AtHand {
    private static final int LARGEST = 64 * 1024;
    private static final FastThreadLocal<AtHand> OF_LOOP =
        new FastThreadLocal<>() {
          @Override
          protected AtHand initialValue() {
            return new AtHand();
          }
        };

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(LARGEST);
    private Frame frame;

    private ByteBuffer bytes(Frame wanted) {
      if (frame != wanted) {
        wanted.view().readBytes(bytes.clear().limit(wanted.size()));
        frame = wanted;
      }
      return bytes;
    }
  }

  @Override
  public void flush() {
    channel.flush();
  }

  @Override
  public void listenNoMore() {
    channel.config().setAutoRead(false);
  }

  /** Later: what lies ready would be heard at once, in the middle of whatever is done now. */
  @Override
  public void listen() {
    if (!channel.config().isAutoRead()) {
      channel.eventLoop().execute(() -> channel.config().setAutoRead(true));
    }
  }

  @Override
  public void ping() {
    frames = 0;
    if (unanswered == UNANSWERED_AT_MOST) {
      channel.close();
      return;
    }
    unanswered += channel.config().isAutoRead() ? 1 : 0;
    if (!closing && channel.isWritable()) {
      writer.writeAndFlush(PING.duplicate(), channel.voidPromise());
    }
  }

  /** Says so, and goes when the client has answered or a second has passed. */
  @Override
  public void close(int code, String reason) {
    if (closing) {
      return;
    }
    closing = true;
    channel.writeAndFlush(new CloseWebSocketFrame(new WebSocketCloseStatus(code, reason, false)));
    channel.config().setAutoRead(true);
    channel.eventLoop().schedule(() -> channel.close(), GOODBYE_SECONDS, TimeUnit.SECONDS);
  }
}
