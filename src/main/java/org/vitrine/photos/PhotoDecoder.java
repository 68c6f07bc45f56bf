package org.vitrine.photos;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the content of a {@link PhotoSource} into pixels: sRGB, eight bits a colour, opaque. */
final class PhotoDecoder {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoDecoder.class);

  /**
   * What the pixels of one photo may take in memory, as they are read and as they are drawn: those
   * of a larger one are read in part.
   */
  private static final long MOST_BYTES = 80_000_000;

  /** Of a pixel that is drawn: both are held while it is. */
  private static final int DRAWN_BYTES_PER_PIXEL = 3;

  private static final Color PAPER = Color.WHITE;

  private PhotoDecoder() {}

  /**
   * Reads every pixel, or every second, third and so on, as memory and the size that is wanted
   * allow. Throws a {@code Rejection} where it cannot be read.
   *
   * @param longest the longest side that is wanted
   */
  static BufferedImage decode(PhotoSource source, int longest) {
    try {
      return inColours(read(source, step(source, longest)));
    } catch (IOException | RuntimeException broken) {
      LOG.debug("A photo cannot be read", broken);
      throw PhotoSource.unreadable("its content is damaged, or of a kind that is not known");
    }
  }

  private static int step(PhotoSource source, int longest) {
    int step = Math.max(1, Math.max(source.width(), source.height()) / longest);
    while (bytes(source, step) > MOST_BYTES) {
      step++;
    }
    return step;
  }

  private static long bytes(PhotoSource source, int step) {
    return (long) Math.ceilDiv(source.width(), step)
        * Math.ceilDiv(source.height(), step)
        * (source.bytesPerPixel() + DRAWN_BYTES_PER_PIXEL);
  }

  private static BufferedImage read(PhotoSource source, int step) throws IOException {
    ImageReader reader = reader(source.format());
    try (ImageInputStream content =
        new ByteArrayImageInputStream(source.content().array(), 0, source.content().limit())) {
      reader.setInput(content, true, true);
      if (reader.getWidth(0) != source.width() || reader.getHeight(0) != source.height()) {
        throw new IOException("Its sizes differ");
      }
      ImageReadParam parameters = reader.getDefaultReadParam();
      parameters.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, parameters);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(PhotoFormat format) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
    if (!readers.hasNext()) {
      throw new IOException("There is no reader of " + format);
    }
    return readers.next();
  }

  private static BufferedImage inColours(BufferedImage read) {
    ColorSpace colours = read.getColorModel().getColorSpace();
    BufferedImage drawn =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    if (colours.getType() == ColorSpace.TYPE_GRAY) {
      copyGrey(read, drawn);
    } else if (colours.isCS_sRGB()) {
      Graphics2D graphics = drawn.createGraphics();
      graphics.drawImage(read, 0, 0, PAPER, null);
      graphics.dispose();
    } else {
      new ColorConvertOp(null).filter(read, drawn);
    }
    return drawn;
  }

  /** Java takes grey for linear light, and would make it paler; with alpha, it lies on paper. */
  private static void copyGrey(BufferedImage read, BufferedImage drawn) {
    Raster from = read.getRaster();
    int shift = Math.max(0, read.getColorModel().getComponentSize(0) - Byte.SIZE);
    boolean isTransparent = from.getNumBands() > 1;
    int[] greys = new int[read.getWidth()];
    int[] alphas = new int[read.getWidth()];
    int[] line = new int[read.getWidth()];
    for (int y = 0; y < read.getHeight(); y++) {
      from.getSamples(0, y, line.length, 1, 0, greys);
      if (isTransparent) {
        from.getSamples(0, y, line.length, 1, 1, alphas);
      }
      for (int x = 0; x < line.length; x++) {
        int grey = greys[x] >> shift;
        int alpha = isTransparent ? alphas[x] >> shift : 255;
        line[x] = (grey * alpha + 255 * (255 - alpha)) / 255 * 0x010101;
      }
      drawn.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
  }
}
