package org.vitrine.tracking.live;

import io.netty.channel.Channel;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** What both transports need from below Vert.x. */
final class Wiring {
  private Wiring() {}

  static Channel channel(HttpConnection connection) {
    return ((ConnectionBase) connection).channel();
  }

  /**
   * The idle limit ends half requests; a live connection may be silent, and pings find the dead
   * ones.
   */
  static void allowSilence(Channel channel) {
    if (channel.pipeline().get(IdleStateHandler.class) != null) {
      channel.pipeline().remove(IdleStateHandler.class);
    }
  }
}
