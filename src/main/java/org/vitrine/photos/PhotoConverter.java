package org.vitrine.photos;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a picture and a thumbnail of what somebody sent. Both are drawn and written anew, so that
 * nothing of the file is in them but what can be seen.
 */
final class PhotoConverter {
  private static final int LONGEST_SIDE = 2_560;
  private static final int LONGEST_OF_THUMBNAIL = 400;
  private static final float QUALITY = 0.85f;

  static {
    // Drawing asks for no screen, and must not look for one.
    System.setProperty("java.awt.headless", "true");
  }

  private PhotoConverter() {}

  /** Throws a {@code Rejection} with a sentence where that is no photo that is taken. */
  static ConvertedPhoto convert(byte[] file) {
    PhotoSource source = PhotoSource.of(file);
    BufferedImage picture =
        upright(PhotoDecoder.decode(source, LONGEST_SIDE), Orientation.of(source.exif()));
    return new ConvertedPhoto(
        picture.getWidth(), picture.getHeight(), jpeg(picture), jpeg(thumbnail(picture)));
  }

  private static BufferedImage upright(BufferedImage read, Orientation orientation) {
    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
    int width = scaled(read.getWidth(), scale);
    int height = scaled(read.getHeight(), scale);
    AffineTransform drawn = orientation.upright(width, height);
    drawn.scale((double) width / read.getWidth(), (double) height / read.getHeight());
    return orientation.isSideways()
        ? drawn(read, height, width, drawn)
        : drawn(read, width, height, drawn);
  }

  private static int scaled(int side, double scale) {
    return Math.max(1, (int) Math.round(side * scale));
  }

  /** Halved again and again: of what is made smaller at once, most pixels would not count. */
  private static BufferedImage thumbnail(BufferedImage picture) {
    BufferedImage smaller = picture;
    while (longest(smaller) > LONGEST_OF_THUMBNAIL) {
      double scale = Math.max(0.5, (double) LONGEST_OF_THUMBNAIL / longest(smaller));
      int width = scaled(smaller.getWidth(), scale);
      int height = scaled(smaller.getHeight(), scale);
      smaller =
          drawn(
              smaller,
              width,
              height,
              AffineTransform.getScaleInstance(
                  (double) width / smaller.getWidth(), (double) height / smaller.getHeight()));
    }
    return smaller;
  }

  private static int longest(BufferedImage image) {
    return Math.max(image.getWidth(), image.getHeight());
  }

  private static BufferedImage drawn(
      BufferedImage from, int width, int height, AffineTransform transform) {
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = to.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(from, transform, null);
    graphics.dispose();
    return to;
  }

  private static byte[] jpeg(BufferedImage image) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("JPEG").next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(written)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return written.toByteArray();
  }
}
