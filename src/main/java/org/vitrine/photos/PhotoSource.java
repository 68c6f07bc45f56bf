package org.vitrine.photos;

import java.nio.ByteBuffer;
import org.vitrine.platform.Rejection;

/**
 * A file that somebody sent, before a pixel of it is decoded.
 *
 * @param width in pixels, as its header says
 * @param bytesPerPixel how much memory a pixel takes as its decoder leaves it
 * @param content the file without whatever does not make up its pixels
 * @param exif what its camera wrote; empty where there is nothing
 */
record PhotoSource(
    PhotoFormat format, int width, int height, int bytesPerPixel, ByteBuffer content, byte[] exif) {
  static final int LARGEST_FILE = 10_000_000;
  private static final long MEGAPIXEL = 1_000_000;
  private static final int MOST_MEGAPIXELS = 40;

  /** Whoever decodes a WebP holds all of it in memory, however little of it is wanted. */
  private static final int MOST_MEGAPIXELS_OF_WEBP = 16;

  private static final int LONGEST_SIDE = 20_000;

  PhotoSource {
    if (width < 1 || height < 1) {
      throw unreadable("it says that it is %d by %d pixels large".formatted(width, height));
    }
    int most = format == PhotoFormat.WEBP ? MOST_MEGAPIXELS_OF_WEBP : MOST_MEGAPIXELS;
    if ((long) width * height > most * MEGAPIXEL || Math.max(width, height) > LONGEST_SIDE) {
      throw new Rejection.Invalid(
          "",
          "The photo has %,d by %,d pixels; %s can have up to %d megapixels, and %,d pixels a side: save it smaller and send it again"
              .formatted(
                  width, height, format == PhotoFormat.WEBP ? "a WebP" : "it", most, LONGEST_SIDE));
    }
  }

  /** Reads what it is and how large it is; throws a {@link Rejection} with a sentence. */
  static PhotoSource of(byte[] file) {
    return switch (PhotoFormat.of(file)) {
      case JPEG -> new JpegParts(file).read();
      case PNG -> new PngParts(file).read();
      case WEBP -> new WebpParts(file).read();
    };
  }

  static Rejection incomplete() {
    return new Rejection.Invalid(
        "", "The photo is incomplete: it ends before all of it is there. Send it again");
  }

  /**
   * @param why what is wrong with it, as the end of a sentence
   */
  static Rejection unreadable(String why) {
    return new Rejection.Invalid(
        "", "The photo cannot be read: %s. Open it, save it as JPEG, and send that".formatted(why));
  }
}
