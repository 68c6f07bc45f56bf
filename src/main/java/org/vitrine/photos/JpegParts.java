package org.vitrine.photos;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through the segments of a JPEG (ITU-T T.81, annex B) and keeps those that pixels come from.
 * What a camera or a program wrote beside them is never parsed by whoever decodes, and what stands
 * behind the end of the picture is left behind.
 */
final class JpegParts {
  private static final int END = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int COMMENT = 0xFE;
  private static final byte[] NOTHING = {};
  private static final byte[] EXIF = latin("Exif\0\0");

  /** A progressive picture is gone through once for each of its scans: encoders make a dozen. */
  private static final int MOST_SCANS = 100;

  private final byte[] bytes;
  private final ByteBuffer file;
  private final ByteBuffer kept;
  private byte[] exif = NOTHING;
  private JpegFrame frame;
  private int scans;

  /** Its size and how many colours it is made of. */
  private record JpegFrame(int width, int height, int colours) {}

  JpegParts(byte[] bytes) {
    this.bytes = bytes;
    this.file = ByteBuffer.wrap(bytes);
    this.kept = ByteBuffer.allocate(bytes.length);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  PhotoSource read() {
    try {
      kept.putShort(file.getShort());
      int marker = nextMarker();
      while (marker != END) {
        if (!standsAlone(marker)) {
          take(marker);
        }
        marker = nextMarker();
      }
      put(END);
    } catch (BufferUnderflowException endedEarly) {
      throw PhotoSource.incomplete();
    }
    if (frame == null || scans == 0) {
      throw PhotoSource.unreadable("there is no picture in it");
    }
    return new PhotoSource(
        PhotoFormat.JPEG, frame.width(), frame.height(), frame.colours(), kept.flip(), exif);
  }

  /** Bytes between two segments belong to none: decoders pass over them, too. */
  private int nextMarker() {
    int code = 0;
    while (code == 0) {
      while (next() != 0xFF) {
        // Not a marker yet.
      }
      do {
        code = next();
      } while (code == 0xFF);
    }
    return code;
  }

  private int next() {
    return file.get() & 0xFF;
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
  }

  private void take(int marker) {
    int length = (file.getShort() & 0xFFFF) - 2;
    if (length < 0 || length > file.remaining()) {
      throw PhotoSource.incomplete();
    }
    ByteBuffer segment = file.slice(file.position(), length);
    file.position(file.position() + length);
    if (isExif(marker, segment) && exif.length == 0) {
      exif = Arrays.copyOfRange(bytes, file.position() - length + EXIF.length, file.position());
    }
    if (isStartOfFrame(marker)) {
      frame = frame(marker, segment.duplicate());
    }
    if (isWanted(marker, segment)) {
      put(marker);
      kept.putShort((short) (length + 2)).put(segment);
    }
    if (marker == START_OF_SCAN) {
      takeScan();
    }
  }

  private void put(int marker) {
    kept.put((byte) 0xFF).put((byte) marker);
  }

  private static boolean isExif(int marker, ByteBuffer segment) {
    return marker == 0xE1 && begins(segment, EXIF);
  }

  /** Of what applications wrote: the frame of it all, the colours that its numbers stand for. */
  private static boolean isWanted(int marker, ByteBuffer segment) {
    return switch (marker) {
      case 0xE0 -> begins(segment, latin("JFIF\0"));
      case 0xE2 -> begins(segment, latin("ICC_PROFILE\0"));
      case 0xEE -> begins(segment, latin("Adobe"));
      case COMMENT -> false;
      default -> marker < 0xE0 || marker > 0xEF;
    };
  }

  private static boolean begins(ByteBuffer segment, byte[] with) {
    return segment.remaining() >= with.length
        && segment.slice(segment.position(), with.length).equals(ByteBuffer.wrap(with));
  }

  /** SOF0 to SOF15, among which stand DHT, JPG and DAC. */
  private static boolean isStartOfFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private JpegFrame frame(int marker, ByteBuffer segment) {
    if (frame != null) {
      throw PhotoSource.unreadable("it has more than one picture in one");
    }
    if (marker > 0xC2 || segment.get() != 8) {
      throw PhotoSource.unreadable("it is a kind of JPEG that browsers cannot show either");
    }
    int height = segment.getShort() & 0xFFFF;
    int width = segment.getShort() & 0xFFFF;
    return new JpegFrame(width, height, segment.get() & 0xFF);
  }

  /** Its data end at the first marker that is not part of them. */
  private void takeScan() {
    if (frame == null || ++scans > MOST_SCANS) {
      throw PhotoSource.unreadable(
          frame == null ? "its parts are out of order" : "it is made of too many layers");
    }
    int from = file.position();
    int at = from;
    while (at + 1 < bytes.length && !endsScan(bytes[at], bytes[at + 1] & 0xFF)) {
      at++;
    }
    if (at + 1 >= bytes.length) {
      throw PhotoSource.incomplete();
    }
    kept.put(bytes, from, at - from);
    file.position(at);
  }

  private static boolean endsScan(byte first, int second) {
    boolean isData = second == 0 || second == 0xFF || second >= 0xD0 && second <= 0xD7;
    return first == (byte) 0xFF && !isData;
  }
}
