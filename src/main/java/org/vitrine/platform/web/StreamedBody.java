package org.vitrine.platform.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.vitrine.platform.Rejection;

/**
 * A body that is read while it comes, on the thread that answers: no more of it is in memory than a
 * few pieces, and whoever sends faster than it is read waits.
 */
final class StreamedBody extends InputStream implements RequestBody {
  /** So that a piece is there already when the one before it was read. */
  private static final int PIECES_AHEAD = 4;

  private static final Buffer END = Buffer.buffer();

  private final HttpServerRequest request;
  private final long limit;
  private final BodyShare share;
  private final BlockingQueue<Buffer> pieces = new LinkedBlockingQueue<>();
  private volatile boolean isCutOff;
  private Buffer piece = Buffer.buffer();
  private int at;
  private long read;

  private StreamedBody(HttpServerRequest request, long limit, BodyShare share) {
    this.request = request;
    this.limit = limit;
    this.share = share;
  }

  /** Of a request that is paused; on its event loop. */
  static StreamedBody of(HttpServerRequest request, long limit, BodyShare share) {
    StreamedBody body = new StreamedBody(request, limit, share);
    request.handler(body.pieces::add);
    request.endHandler(nothing -> body.pieces.add(END));
    request.exceptionHandler(gone -> body.cutOff());
    if (share.use()) {
      request.fetch(PIECES_AHEAD);
    } else {
      body.cutOff();
    }
    return body;
  }

  private void cutOff() {
    isCutOff = true;
    pieces.add(END);
  }

  @Override
  public InputStream content() {
    return this;
  }

  /** Waits for more. Throws {@link Rejection.TooLarge} where there is more than the route takes. */
  @Override
  public int read(byte[] into, int from, int most) {
    if (most == 0) {
      return 0;
    }
    if (at == piece.length() && !goToNext()) {
      return -1;
    }
    int length = Math.min(most, piece.length() - at);
    piece.getBytes(at, at + length, into, from);
    at += length;
    return length;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  private boolean goToNext() {
    if (piece == END) {
      return false;
    }
    if (piece.length() > 0) {
      share.giveBackPiece(piece.length());
      request.fetch(1);
    }
    piece = next();
    at = 0;
    read += piece.length();
    if (read > limit) {
      throw new Rejection.TooLarge("The body is too large for this endpoint");
    }
    if (isCutOff) {
      throw new Rejection.Invalid("", "The body ended before it was complete");
    }
    return piece != END;
  }

  private Buffer next() {
    try {
      return pieces.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Rejection.Invalid("", "The body was not read completely");
    }
  }

  /** What still comes is thrown away. */
  @Override
  public void end() {
    request.handler(null).resume();
    share.end();
  }
}
