package org.vitrine.platform.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/** What was written to a connection and not taken by its client yet. Belongs to its event loop. */
final class UnreadReply {
  static final int SECONDS = 30;

  private final Channel channel;
  private long left;
  private int stuckSeconds;

  UnreadReply(Channel channel) {
    this.channel = channel;
  }

  /** One more second has passed. */
  void tick() {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    long now = buffer == null ? 0 : buffer.totalPendingWriteBytes() - buffer.currentProgress();
    stuckSeconds = now > 0 && now == left ? stuckSeconds + 1 : 0;
    left = now;
  }

  /** True while there is something that the client has to take. */
  boolean isThere() {
    return left > 0;
  }

  /** True once the client took nothing of it for {@value #SECONDS} seconds. */
  boolean isStuck() {
    return stuckSeconds >= SECONDS;
  }
}
