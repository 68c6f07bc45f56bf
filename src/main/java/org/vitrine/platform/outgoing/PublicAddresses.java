package org.vitrine.platform.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses lie in the open internet, as IANA's special-purpose registries (RFC 6890) tell
 * them apart. Of IPv6 only global unicast does, without what carries an IPv4 address inside (6to4,
 * Teredo; NAT64 lies outside of it).
 */
public final class PublicAddresses {
  private static final AddressRanges NOT_PUBLIC_4 =
      AddressRanges.parse(
          """
          0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12,
          192.0.0.0/24, 192.0.2.0/24, 192.88.99.0/24, 192.168.0.0/16, 198.18.0.0/15,
          198.51.100.0/24, 203.0.113.0/24, 224.0.0.0/4, 240.0.0.0/4\
          """);

  /** Answers machines of Azure alone, though it lies among public ones. */
  private static final AddressRanges METADATA = AddressRanges.parse("168.63.129.16");

  private static final AddressRanges GLOBAL_UNICAST = AddressRanges.parse("2000::/3");
  private static final AddressRanges NOT_PUBLIC_6 =
      AddressRanges.parse("2001::/23, 2001:db8::/32, 2002::/16, 3fff::/20");

  private PublicAddresses() {}

  public static boolean contain(InetAddress address) {
    return address instanceof Inet4Address
        ? !NOT_PUBLIC_4.contain(address) && !METADATA.contain(address)
        : GLOBAL_UNICAST.contain(address) && !NOT_PUBLIC_6.contain(address);
  }
}
