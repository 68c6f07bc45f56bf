package org.vitrine.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as a plant sends them. */
public final class EvidenceFiles {
  private EvidenceFiles() {}

  /** A photo of this size; others of another colour. */
  public static byte[] photo(int width, int height, int colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, colour + x);
      }
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written.toByteArray();
  }

  static byte[] paper(String text) {
    return latin("%PDF-1.7\n" + text + "\n%%EOF\n");
  }

  /** An MP4 of this length, of which a camera says where it was. */
  static byte[] clip(int seconds, int bytes) {
    byte[] mvhd =
        ByteBuffer.allocate(32)
            .putInt(0)
            .putInt(0)
            .putInt(0)
            .putInt(1_000)
            .putInt(seconds * 1_000)
            .array();
    byte[] place = box("udta", latin("+23.0215+113.1214/"));
    return joined(
        box("ftyp", latin("isom\0\0\0\0")),
        box("moov", joined(box("mvhd", mvhd), place)),
        box("mdat", new byte[bytes]));
  }

  /** A WebM that says how long it is. */
  static byte[] webm(float millis) {
    byte[] info =
        joined(
            new byte[] {0x44, (byte) 0x89, (byte) 0x84},
            ByteBuffer.allocate(4).putFloat(millis).array());
    return joined(
        new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, (byte) 0x87},
        new byte[] {0x42, (byte) 0x82, (byte) 0x84},
        latin("webm"),
        new byte[] {0x18, 0x53, (byte) 0x80, 0x67, 1, -1, -1, -1, -1, -1, -1, -1},
        new byte[] {0x15, 0x49, (byte) 0xA9, 0x66, (byte) (0x80 | info.length)},
        info,
        new byte[] {0x1F, 0x43, (byte) 0xB6, 0x75, (byte) 0x80});
  }

  /** A PNG that says it is this large, and holds next to nothing. */
  static byte[] hugePng(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    return joined(
        latin("\u0089PNG\r\n\u001A\n"),
        chunk("IHDR", header),
        chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}),
        chunk("IEND", new byte[0]));
  }

  private static byte[] chunk(String name, byte[] content) {
    byte[] named = joined(latin(name), content);
    CRC32 sum = new CRC32();
    sum.update(named);
    return joined(
        ByteBuffer.allocate(4).putInt(content.length).array(),
        named,
        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  /** A GIF of a pixel, this many times. */
  static byte[] gif(int frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(latin("GIF89a\1\0\1\0\u0080\0\0\0\0\0\u00FF\u00FF\u00FF"));
    for (int frame = 0; frame < frames; frame++) {
      all.writeBytes(latin(",\0\0\0\0\1\0\1\0\0\2\2D\1\0"));
    }
    all.writeBytes(latin(";"));
    return all.toByteArray();
  }

  /** An MP4 of boxes in boxes. */
  static byte[] nestedClip(int deep) {
    ByteBuffer boxes = ByteBuffer.allocate(8 * deep);
    for (int level = deep; level > 0; level--) {
      boxes.putInt(8 * level).put(latin("moov"));
    }
    return joined(box("ftyp", latin("isom\0\0\0\0")), boxes.array());
  }

  /** An MP4 of this many boxes, of which the last says where it was. */
  static byte[] crowdedClip(int boxes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(box("ftyp", latin("isom\0\0\0\0")));
    for (int count = 0; count < boxes; count++) {
      all.writeBytes(box("free", new byte[0]));
    }
    all.writeBytes(box("udta", latin("+23.0215+113.1214/")));
    return all.toByteArray();
  }

  private static byte[] box(String name, byte[] content) {
    return joined(
        ByteBuffer.allocate(8).putInt(content.length + 8).put(latin(name)).array(), content);
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  public static String hash(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
