package org.vitrine.photos;

/** In which sizes a photo is kept. */
public enum PhotoSize {
  /** As it is looked at: the longest side up to 2,560 pixels. */
  FULL,
  /** As it stands in a list: the longest side up to 400 pixels. */
  THUMBNAIL
}
