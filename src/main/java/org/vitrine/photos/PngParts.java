package org.vitrine.photos;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Goes through the chunks of a PNG (W3C PNG, third edition, section 5) and keeps those that pixels
 * come from. Texts and profiles are compressed, some to a thousandth: whoever decodes never sees
 * them.
 */
final class PngParts {
  static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

  private static final int TRUE_COLOUR = 2;
  private static final int INDEXED = 3;
  private static final int GREY_AND_ALPHA = 4;
  private static final int TRUE_COLOUR_AND_ALPHA = 6;
  private static final int CRC = 4;
  private static final byte[] NOTHING = {};

  private final ByteBuffer file;
  private final ByteBuffer kept;
  private byte[] exif = NOTHING;
  private PngHeader header;

  /** Its size and how much a pixel takes in memory. */
  private record PngHeader(int width, int height, int bytesPerPixel) {}

  PngParts(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes);
    this.kept = ByteBuffer.allocate(bytes.length);
  }

  PhotoSource read() {
    try {
      kept.putLong(file.getLong());
      boolean isOver = false;
      while (!isOver) {
        isOver = takeChunk();
      }
    } catch (BufferUnderflowException endedEarly) {
      throw PhotoSource.incomplete();
    }
    return new PhotoSource(
        PhotoFormat.PNG,
        header.width(),
        header.height(),
        header.bytesPerPixel(),
        kept.flip(),
        exif);
  }

  /** Returns true behind the last one. */
  private boolean takeChunk() {
    int length = file.getInt();
    byte[] name = new byte[4];
    file.get(name);
    String type = new String(name, StandardCharsets.ISO_8859_1);
    if (length < 0 || length > file.remaining() - CRC) {
      throw PhotoSource.incomplete();
    }
    if ((header == null) != type.equals("IHDR")) {
      throw PhotoSource.unreadable("its parts are out of order");
    }
    ByteBuffer chunk = file.slice(file.position(), length + CRC);
    file.position(file.position() + length + CRC);
    switch (type) {
      case "IHDR" -> {
        header = header(chunk.duplicate());
        keep(length, name, chunk);
      }
      case "PLTE", "tRNS", "IDAT", "IEND" -> keep(length, name, chunk);
      case "eXIf" -> {
        exif = new byte[length];
        chunk.get(exif);
      }
      default -> {
        // Says something about the picture, and is none of it.
      }
    }
    return type.equals("IEND");
  }

  private void keep(int length, byte[] name, ByteBuffer chunk) {
    kept.putInt(length).put(name).put(chunk);
  }

  private static PngHeader header(ByteBuffer chunk) {
    int width = chunk.getInt();
    int height = chunk.getInt();
    int bytes = chunk.get() == 16 ? 2 : 1;
    int samples =
        switch (chunk.get()) {
          case 0, INDEXED -> 1;
          case TRUE_COLOUR -> 3;
          case GREY_AND_ALPHA -> 2;
          case TRUE_COLOUR_AND_ALPHA -> 4;
          default -> throw PhotoSource.unreadable("its colours are of no kind that is known");
        };
    return new PngHeader(width, height, samples * bytes);
  }
}
