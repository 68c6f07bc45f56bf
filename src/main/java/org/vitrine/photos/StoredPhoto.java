package org.vitrine.photos;

/**
 * A photo as it is served.
 *
 * @param name safe as the name of a file
 * @param content JPEG, without metadata
 */
public record StoredPhoto(PhotoId id, String name, byte[] content) {

  /** Never its content: a log must not have it. */
  @Override
  public String toString() {
    return "StoredPhoto[" + id + "]";
  }
}
