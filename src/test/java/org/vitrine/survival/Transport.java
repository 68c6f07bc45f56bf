package org.vitrine.survival;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How messages reach a page: over a WebSocket, or as a stream of events. */
abstract sealed class Transport implements AutoCloseable {
  /** After so long without a sign of life, a page takes its connection for dead. */
  private static final int SILENCE_MILLIS = 30_000;

  private static final int CONNECT_MILLIS = 5_000;

  final Socket socket = new Socket();
  final DataInputStream in;
  final OutputStream out;

  private Transport(int port) throws IOException {
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      socket.setSoTimeout(SILENCE_MILLIS);
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 2_048));
      out = socket.getOutputStream();
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** The next message; empty for a mere sign of life. */
  abstract Optional<String> hear() throws IOException;

  final void ask(String request, int expected) throws IOException {
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    String status = line();
    if (!status.startsWith("HTTP/1.1 " + expected)) {
      throw new IOException(status);
    }
    while (!line().isEmpty()) {
      // Headers are for others to read.
    }
  }

  final String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  @Override
  public final void close() throws IOException {
    socket.close();
  }

  /** RFC 6455, as much of it as a client needs. */
  static final class WebSocket extends Transport {
    private static final int TEXT = 1;
    private static final int GOODBYE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    WebSocket(int port, String identity, String topic, String since) throws IOException {
      super(port);
      ask(
          """
          GET /live HTTP/1.1\r
          Host: localhost\r
          Upgrade: websocket\r
          Connection: Upgrade\r
          Sec-WebSocket-Version: 13\r
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
          %s\r
          \r
          """
              .formatted(identity),
          101);
      String cursor = since == null ? "" : ",\"since\":\"" + since + "\"";
      say(TEXT, "{\"watch\":\"%s\"%s}".formatted(topic, cursor).getBytes(StandardCharsets.UTF_8));
    }

    /** Its mask is all zeros, which is a mask too. */
    private void say(int kind, byte[] payload) throws IOException {
      ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
      frame.put((byte) (0x80 | kind));
      if (payload.length < 126) {
        frame.put((byte) (0x80 | payload.length));
      } else {
        frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
      }
      frame.putInt(0).put(payload);
      out.write(frame.array(), 0, frame.position());
    }

    @Override
    Optional<String> hear() throws IOException {
      int kind = in.readUnsignedByte() & 0x0F;
      int length = in.readUnsignedByte();
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = Math.toIntExact(in.readLong());
      }
      byte[] payload = in.readNBytes(length);
      switch (kind) {
        case GOODBYE -> throw new EOFException("The server said goodbye");
        case PING -> say(PONG, payload);
        default -> {
          // A message, or a sign of life.
        }
      }
      return kind == TEXT
          ? Optional.of(new String(payload, StandardCharsets.UTF_8))
          : Optional.empty();
    }
  }

  /** Server-Sent Events; the server sends each in one chunk, so chunks need not be told apart. */
  static final class Events extends Transport {
    private static final String DATA = "data: ";

    Events(int port, String identity, String topic, String since) throws IOException {
      super(port);
      String lastEvent = since == null ? "" : "\r\nLast-Event-ID: " + since;
      ask(
          "GET /live/events?watch=%s HTTP/1.1\r\nHost: localhost\r\n%s%s\r\n\r\n"
              .formatted(URLEncoder.encode(topic, StandardCharsets.UTF_8), identity, lastEvent),
          200);
    }

    @Override
    Optional<String> hear() throws IOException {
      String line = line();
      if (line.equals("0")) {
        throw new EOFException("The stream has ended");
      }
      return Optional.of(line)
          .filter(text -> text.startsWith(DATA))
          .map(text -> text.substring(DATA.length()));
    }
  }
}
