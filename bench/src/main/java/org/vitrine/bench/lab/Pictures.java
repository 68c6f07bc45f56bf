package org.vitrine.bench.lab;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photos as a tablet takes them, each another one: 1,600 × 1,200 dots, some 300 KB of JPEG. */
public final class Pictures {
  private static final int WIDTH = 1_600;
  private static final int HEIGHT = 1_200;
  private static final int GRAIN = 8;
  private static final float QUALITY = 0.8f;

  private final Random random = new Random(1);

  /** A picture, and the name under which it is sent. */
  public record Picture(byte[] jpeg, String sha256) {}

  public Picture next() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, 0x010101 * Math.clamp(shade(x, y) + random.nextInt(GRAIN), 0, 255));
      }
    }
    byte[] jpeg = encoded(image);
    return new Picture(jpeg, sha256(jpeg));
  }

  /** Light from a corner, and the edges of things. */
  private static int shade(int x, int y) {
    return 60 + (x + y) / 20 + (x / 160 + y / 120) % 2 * 40;
  }

  private static byte[] encoded(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(QUALITY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
