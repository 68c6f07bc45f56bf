package org.vitrine.platform.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vitrine.platform.Rejection;

/**
 * A body that has come in full. Its bytes lie in blocks, since a single array would have to be
 * copied each time it is too small, and since a body may come a byte at a time.
 */
final class CollectedBody implements RequestBody {
  /** Of a request without one. */
  static final CollectedBody NONE = new CollectedBody(null, false, 0);

  private static final int SMALLEST_BLOCK = 512;
  private static final int LARGEST_BLOCK = 65_536;

  /** What is made of a text may be so many times as large as the text. */
  private static final int OBJECTS_PER_BYTE = 8;

  private final BodyShare share;
  private final boolean isZipped;
  private final long limit;
  private final List<byte[]> blocks = new ArrayList<>();
  private int roomInLast;
  private long size;

  /** Once it is open: as large as what is read from it, which is more where it was compressed. */
  private long contentSize;

  private CollectedBody(BodyShare share, boolean isZipped, long limit) {
    this.share = share;
    this.isZipped = isZipped;
    this.limit = limit;
  }

  /**
   * Reads a body, which is paused until then, and hands it over when it has come in full; or the
   * {@link Rejection} where it is too large. On its event loop; nothing is heard of a body that
   * never comes in full.
   */
  static void collect(
      HttpServerRequest request,
      long limit,
      BodyShare share,
      Consumer<CollectedBody> whole,
      Consumer<Rejection> refused) {
    CollectedBody body = new CollectedBody(share, HttpMessages.isZipped(request), limit);
    request.handler(
        piece -> {
          if (body.size + piece.length() > limit) {
            request.handler(null).endHandler(null);
            refused.accept(new Rejection.TooLarge("The body is too large for this endpoint"));
          } else {
            body.add(piece);
          }
        });
    request.endHandler(
        nothing -> {
          if (share.use()) {
            whole.accept(body);
          }
        });
    request.exceptionHandler(gone -> {});
    request.resume();
  }

  private void add(Buffer piece) {
    for (int at = 0; at < piece.length(); ) {
      if (roomInLast == 0) {
        roomInLast = Math.clamp(size, SMALLEST_BLOCK, LARGEST_BLOCK);
        blocks.add(new byte[roomInLast]);
      }
      byte[] last = blocks.getLast();
      int length = Math.min(roomInLast, piece.length() - at);
      piece.getBytes(at, at + length, last, last.length - roomInLast);
      roomInLast -= length;
      size += length;
      at += length;
    }
  }

  /** What it unpacks to has to keep to the limit of the route as well. */
  @Override
  public void open() {
    contentSize = isZipped && size > 0 ? UnzippedContent.size(new Content(), limit) : size;
  }

  boolean isEmpty() {
    return contentSize == 0;
  }

  /**
   * Before the whole of it becomes objects at once; throws {@link Rejection.Unavailable} where
   * there is no room for them.
   */
  void makeRoomForObjects() {
    if (contentSize > 0 && !share.take(contentSize * OBJECTS_PER_BYTE)) {
      throw new Rejection.Unavailable(
          "The server is processing too much data right now; try again in a moment",
          Duration.ofSeconds(1));
    }
  }

  @Override
  public InputStream content() {
    return isZipped && size > 0 ? new UnzippedContent(new Content(), limit) : new Content();
  }

  @Override
  public void end() {
    if (share != null) {
      share.end();
    }
  }

  private final class Content extends InputStream {
    private int block;
    private int at;
    private long left = size;

    @Override
    public int read(byte[] into, int from, int most) {
      if (left == 0 || most == 0) {
        return most == 0 ? 0 : -1;
      }
      byte[] current = blocks.get(block);
      int length = (int) Math.min(Math.min(most, left), current.length - at);
      System.arraycopy(current, at, into, from, length);
      left -= length;
      at += length;
      if (at == current.length) {
        block++;
        at = 0;
      }
      return length;
    }

    /** By this, whoever unpacks knows whether another member follows. */
    @Override
    public int available() {
      return (int) Math.min(left, Integer.MAX_VALUE);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
  }
}
