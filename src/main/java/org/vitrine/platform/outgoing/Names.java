package org.vitrine.platform.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What names stand for: the system's word, or a test's. */
@FunctionalInterface
public interface Names {
  /** At least one; may take as long as the network does. */
  List<InetAddress> of(String host) throws UnknownHostException;
}
