package org.vitrine.platform.web;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** What we need of a connection from below Vert.x. */
public final class Connections {
  private Connections() {}

  public static Channel channel(HttpConnection connection) {
    return ((ConnectionBase) connection).channel();
  }

  /**
   * From now on the connection is live: it may be silent, and whoever took it over watches over it.
   * On its event loop.
   */
  public static void allowSilence(Channel channel) {
    if (channel.pipeline().get(RequestTimeouts.class) != null) {
      channel.pipeline().remove(RequestTimeouts.class);
    }
  }
}
