package org.vitrine.photos;

/**
 * What was made of a file that somebody sent: JPEG, upright, without metadata.
 *
 * @param width of the picture, in pixels
 */
public record ConvertedPhoto(int width, int height, byte[] picture, byte[] thumbnail) {

  public byte[] in(PhotoSize size) {
    return switch (size) {
      case FULL -> picture;
      case THUMBNAIL -> thumbnail;
    };
  }
}
