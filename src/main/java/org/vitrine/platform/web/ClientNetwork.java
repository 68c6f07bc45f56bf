package org.vitrine.platform.web;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The network that a client comes from, for whatever is counted by address. */
public final class ClientNetwork {
  private static final int HOUSE_BYTES = 8;
  private static final int SITE_BYTES = 6;

  private ClientNetwork() {}

  /** Of an IPv6 address its /64, since a house has 2^64 addresses; else the address itself. */
  public static String of(String address) {
    return network(address, HOUSE_BYTES).orElse("address " + address);
  }

  /** The /48 around an IPv6 address: whoever is given one has 65,536 houses. */
  public static Optional<String> around(String address) {
    return network(address, SITE_BYTES);
  }

  private static Optional<String> network(String address, int length) {
    byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
    return bytes == null || bytes.length <= HOUSE_BYTES
        ? Optional.empty()
        : Optional.of("network " + HexFormat.of().formatHex(Arrays.copyOf(bytes, length)));
  }
}
