package org.vitrine.platform.web;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/** Where somebody stands, for whatever is counted by address. */
public final class Place {
  private static final int NETWORK_BYTES = 8;

  private Place() {}

  /** Of an IPv6 address its /64, since a house has 2^64 addresses; else the address itself. */
  public static String of(String address) {
    byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
    return bytes == null || bytes.length <= NETWORK_BYTES
        ? "address " + address
        : "network " + HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
  }
}
