package org.vitrine.platform.outgoing;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

/** Addresses and networks, written as in CIDR: {@code 127.0.0.1, 10.0.0.0/8, fd00::/8}. */
public final class AddressRanges {
  public static final AddressRanges NONE = new AddressRanges(List.of());

  private final List<IpSubnetFilterRule> ranges;

  private AddressRanges(List<IpSubnetFilterRule> ranges) {
    this.ranges = ranges;
  }

  /** Throws {@link IllegalArgumentException} that names the one which is neither. */
  public static AddressRanges parse(String list) {
    return new AddressRanges(
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(AddressRanges::range)
            .toList());
  }

  private static IpSubnetFilterRule range(String text) {
    String[] parts = text.split("/", 2);
    try {
      InetAddress base = NetUtil.createInetAddressFromIpAddressString(parts[0]);
      int whole = base == null ? -1 : base.getAddress().length * 8;
      int prefix = parts.length == 1 ? whole : Integer.parseInt(parts[1]);
      if (prefix >= 0 && prefix <= whole) {
        return new IpSubnetFilterRule(base, prefix, IpFilterRuleType.ACCEPT);
      }
    } catch (IllegalArgumentException noNumber) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "“%s” is not an address or network such as 10.0.0.0/8".formatted(text));
  }

  public boolean contain(InetAddress address) {
    InetSocketAddress anyPort = new InetSocketAddress(address, 0);
    return ranges.stream().anyMatch(range -> range.matches(anyPort));
  }
}
