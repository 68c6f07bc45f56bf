package org.vitrine.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Takes the first frame that comes and wants no other. */
final class FirstFrame implements Transport {
  private final Executor loop;
  private final CompletableFuture<Frame> frame = new CompletableFuture<>();

  FirstFrame(Executor loop) {
    this.loop = loop;
  }

  CompletableFuture<Frame> frame() {
    return frame;
  }

  @Override
  public Executor loop() {
    return loop;
  }

  @Override
  public boolean takesMore() {
    return true;
  }

  @Override
  public void write(Frame first) {
    frame.complete(first);
  }

  @Override
  public void flush() {}

  @Override
  public void listenNoMore() {}

  @Override
  public void listen() {}

  @Override
  public void ping() {}

  @Override
  public void close(int code, String reason) {
    frame.cancel(false);
  }
}
