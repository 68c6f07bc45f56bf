package org.vitrine.photos;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through the chunks of a WebP (RFC 9649, section 2) and keeps those that pixels come from. A
 * moving one is refused.
 */
final class WebpParts {
  private static final int RIFF_HEADER = 12;
  private static final byte ANIMATED = 0x02;
  private static final byte WITH_ALPHA = 0x10;
  private static final int FLAGS_AT = 8;
  private static final int LOSSLESS_SIGNATURE = 0x2F;
  private static final int START_CODE = 0x2A019D;
  private static final int OPAQUE = 3;
  private static final int TRANSPARENT = 4;
  private static final byte[] NOTHING = {};
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private final ByteBuffer file;
  private final ByteBuffer kept;
  private byte[] exif = NOTHING;
  private WebpFrame canvas;
  private WebpFrame frame;

  /** A size, and how much a pixel takes in memory. */
  private record WebpFrame(int width, int height, int bytesPerPixel) {
    boolean isAsLargeAs(WebpFrame other) {
      return width == other.width && height == other.height;
    }
  }

  WebpParts(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.kept = ByteBuffer.allocate(bytes.length + 1).order(ByteOrder.LITTLE_ENDIAN);
  }

  PhotoSource read() {
    try {
      int end = file.getInt(4) + 8;
      if (end < RIFF_HEADER || end > file.limit()) {
        throw PhotoSource.incomplete();
      }
      file.limit(end);
      kept.put(file.slice(0, RIFF_HEADER));
      file.position(RIFF_HEADER);
      while (file.remaining() >= 8) {
        takeChunk();
      }
    } catch (BufferUnderflowException endedEarly) {
      throw PhotoSource.incomplete();
    }
    if (frame == null) {
      throw PhotoSource.unreadable("there is no picture in it");
    }
    if (canvas != null && !canvas.isAsLargeAs(frame)) {
      throw PhotoSource.unreadable("its parts are not of one size");
    }
    kept.putInt(4, kept.position() - 8);
    int bytesPerPixel = canvas == null ? frame.bytesPerPixel() : TRANSPARENT;
    return new PhotoSource(
        PhotoFormat.WEBP, frame.width(), frame.height(), bytesPerPixel, kept.flip(), exif);
  }

  private void takeChunk() {
    byte[] name = new byte[4];
    file.get(name);
    int length = file.getInt();
    if (length < 0 || length > file.remaining()) {
      throw PhotoSource.incomplete();
    }
    ByteBuffer chunk = file.slice(file.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(Math.min(file.limit(), file.position() + length + length % 2));
    switch (new String(name, StandardCharsets.ISO_8859_1)) {
      case "VP8X" -> takeCanvas(name, chunk);
      case "VP8 " ->
          takeFrame(name, chunk, lossy(chunk.duplicate().order(ByteOrder.LITTLE_ENDIAN)));
      case "VP8L" ->
          takeFrame(name, chunk, lossless(chunk.duplicate().order(ByteOrder.LITTLE_ENDIAN)));
      case "ALPH" -> keep(name, chunk);
      case "EXIF" -> exif = exif(chunk);
      case "ANIM", "ANMF" -> throw moving();
      default -> {
        // Says something about the picture, and is none of it.
      }
    }
  }

  private static RuntimeException moving() {
    return PhotoSource.unreadable("it moves, and only still ones are taken");
  }

  private void takeCanvas(byte[] name, ByteBuffer chunk) {
    byte flags = chunk.get(0);
    if ((flags & ANIMATED) != 0) {
      throw moving();
    }
    chunk.position(4);
    canvas = new WebpFrame(1 + threeBytes(chunk), 1 + threeBytes(chunk), TRANSPARENT);
    int at = kept.position();
    keep(name, chunk.rewind());
    kept.put(at + FLAGS_AT, (byte) (flags & WITH_ALPHA)); // What it says of the rest is gone.
  }

  private static int threeBytes(ByteBuffer bytes) {
    return bytes.get() & 0xFF | (bytes.getShort() & 0xFFFF) << 8;
  }

  private void takeFrame(byte[] name, ByteBuffer chunk, WebpFrame found) {
    if (frame != null) {
      throw PhotoSource.unreadable("it has more than one picture in one");
    }
    frame = found;
    keep(name, chunk);
  }

  private void keep(byte[] name, ByteBuffer chunk) {
    int length = chunk.remaining();
    kept.put(name).putInt(length).put(chunk);
    if (length % 2 == 1) {
      kept.put((byte) 0);
    }
  }

  /** RFC 6386, section 9.1. */
  private static WebpFrame lossy(ByteBuffer chunk) {
    boolean isKeyFrame = (threeBytes(chunk) & 1) == 0;
    if (!isKeyFrame || threeBytes(chunk) != START_CODE) {
      throw PhotoSource.unreadable("its parts are out of order");
    }
    return new WebpFrame(chunk.getShort() & 0x3FFF, chunk.getShort() & 0x3FFF, OPAQUE);
  }

  /** RFC 9649, section 3.4. */
  private static WebpFrame lossless(ByteBuffer chunk) {
    if (chunk.get() != LOSSLESS_SIGNATURE) {
      throw PhotoSource.unreadable("its parts are out of order");
    }
    int bits = chunk.getInt();
    return new WebpFrame(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF), TRANSPARENT);
  }

  private static byte[] exif(ByteBuffer chunk) {
    byte[] all = new byte[chunk.remaining()];
    chunk.get(all);
    return Arrays.mismatch(all, EXIF) == EXIF.length
        ? Arrays.copyOfRange(all, EXIF.length, all.length)
        : all;
  }
}
