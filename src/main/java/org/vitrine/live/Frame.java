package org.vitrine.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.vitrine.platform.json.Json;

/**
 * A WebSocket text frame with its header (RFC 6455, 5.2), built once and written to any number of
 * connections as it is. Its memory is the garbage collector's.
 */
final class Frame {
  private static final int FINAL_TEXT = 0x81;

  private final String cursor;
  private final int headerLength;
  private final ByteBuf bytes;
  private volatile Buffer event;

  private Frame(String cursor, int headerLength, ByteBuf bytes) {
    this.cursor = cursor;
    this.headerLength = headerLength;
    this.bytes = bytes;
  }

  /** A whole page. */
  static Frame page(Topic topic, String cursor, JsonNode page) {
    return of(message(topic, cursor).set("page", page));
  }

  /** A whole page for one who had a page before: the patches in between are no longer here. */
  static Frame replacement(Topic topic, String cursor, JsonNode page) {
    ObjectNode message = message(topic, cursor);
    message.put("resumed", false);
    return of(message.set("page", page));
  }

  /** Another node has to be asked, or this one when it is back. */
  static Frame reconnect() {
    return of(Json.object().put("reconnect", true));
  }

  /** What turns the page before into this one. */
  static Frame patch(Topic topic, String cursor, JsonNode patch) {
    return of(message(topic, cursor).set("patch", patch));
  }

  /** You have the newest. */
  static Frame upToDate(Topic topic, String cursor) {
    return of(message(topic, cursor));
  }

  /** There is nothing to watch under this name. */
  static Frame gone(String topic, String reason) {
    ObjectNode message = Json.object();
    message.put("topic", topic);
    message.put("gone", reason);
    return of(message);
  }

  static Frame of(JsonNode message) {
    byte[] payload = Json.bytes(message);
    ByteBuffer framed = ByteBuffer.allocate(payload.length + 10);
    framed.put((byte) FINAL_TEXT);
    if (payload.length < 126) {
      framed.put((byte) payload.length);
    } else if (payload.length < 65_536) {
      framed.put((byte) 126).putShort((short) payload.length);
    } else {
      framed.put((byte) 127).putLong(payload.length);
    }
    int headerLength = framed.position();
    framed.put(payload).flip();
    String cursor = message.path("cursor").asText();
    return new Frame(
        cursor, headerLength, Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(framed)));
  }

  /** The same as a server-sent event, built when the first stream asks for it. */
  Buffer event() {
    Buffer built = event;
    if (built == null) {
      byte[] payload = new byte[bytes.readableBytes() - headerLength];
      bytes.getBytes(bytes.readerIndex() + headerLength, payload);
      built = Buffer.buffer(payload.length + 64);
      if (hasCursor()) {
        built.appendString("id: " + cursor + "\n");
      }
      built.appendString("data: ").appendBytes(payload).appendString("\n\n");
      event = built;
    }
    return built;
  }

  /** Whether it says where a topic is now. */
  boolean hasCursor() {
    return !cursor.isEmpty();
  }

  /** The message in it. */
  String text() {
    return bytes.toString(
        bytes.readerIndex() + headerLength, size() - headerLength, StandardCharsets.UTF_8);
  }

  /** A view for one write; all views share the bytes. */
  ByteBuf view() {
    return bytes.duplicate();
  }

  int size() {
    return bytes.readableBytes();
  }

  private static ObjectNode message(Topic topic, String cursor) {
    ObjectNode message = Json.object();
    message.put("topic", topic.name());
    message.put("cursor", cursor);
    return message;
  }
}
