package org.vitrine.platform.web;

/**
 * What a route takes behind the head of a request.
 *
 * @param limit the largest body, in bytes; 0 where the route takes none
 * @param media what it may be written in
 * @param isStreamed true where it is read while it comes, rather than once it is here
 */
record BodyRule(long limit, Media media, boolean isStreamed) {
  /** What a route takes unless it says otherwise: 1 MB. */
  static final long USUAL = 1_000_000;

  /** What anybody may send, known here or not: 4 KB. */
  static final long OF_ANYONE = 4_096;

  static final BodyRule NONE = new BodyRule(0, Media.JSON, false);

  /** A body in JSON, as large as is usual where whoever sends it comes in by this gate. */
  static BodyRule behind(Endpoint.Guard guard) {
    return new BodyRule(guard.isOpen() ? OF_ANYONE : USUAL, Media.JSON, false);
  }

  boolean takesNone() {
    return limit == 0;
  }

  BodyRule limitedTo(long bytes) {
    return new BodyRule(bytes, media, isStreamed);
  }

  BodyRule in(Media other) {
    return new BodyRule(limit, other, isStreamed);
  }

  BodyRule streamed() {
    return new BodyRule(limit, media, true);
  }
}
