package org.vitrine.photos;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the camera was held, by the numbers of Exif (CIPA DC-008, tag 274): what turns what it wrote
 * into what was seen.
 */
record Orientation(int number) {
  private static final Logger LOG = LoggerFactory.getLogger(Orientation.class);
  static final Orientation UPRIGHT = new Orientation(1);

  /** As a camera says it; one that says nothing, or nothing that can be read, was held upright. */
  static Orientation of(byte[] exif) {
    if (exif.length == 0) {
      return UPRIGHT;
    }
    Metadata found = new Metadata();
    try {
      new ExifReader().extract(new ByteArrayReader(exif), found);
    } catch (RuntimeException broken) {
      LOG.debug("What a camera wrote cannot be read", broken);
    }
    return found.getDirectoriesOfType(ExifIFD0Directory.class).stream()
        .map(directory -> directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
        .filter(number -> number != null && number >= 1 && number <= 8)
        .findFirst()
        .map(Orientation::new)
        .orElse(UPRIGHT);
  }

  /** Whether it lay on its side, so that its width becomes its height. */
  boolean isSideways() {
    return number >= 5;
  }

  /** Turns a picture of this size, as it was written, upright. */
  AffineTransform upright(int width, int height) {
    return switch (number) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
