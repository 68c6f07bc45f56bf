package org.vitrine.platform.web;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.outgoing.AddressRanges;

/**
 * The proxies that are believed when they say for whom they speak. {@code X-Forwarded-For} can be
 * written by anybody, so it is read from its right end, and only as far as those who wrote it are
 * trusted.
 */
public final class TrustedProxies {
  public static final TrustedProxies NONE = new TrustedProxies(AddressRanges.NONE);

  static final String HEADER = "X-Forwarded-For";

  /** {@code [2001:db8::7]:443} and {@code 203.0.113.7:443}, as some proxies write it. */
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^\\]]+)](?::\\d+)?|(\\d+(?:\\.\\d+){3}):\\d+");

  private final AddressRanges networks;

  private TrustedProxies(AddressRanges networks) {
    this.networks = networks;
  }

  /**
   * Addresses and networks, with commas between them: {@code 127.0.0.1, 10.0.0.0/8, fd00::/8}.
   * Throws {@link IllegalArgumentException} that names the one which is neither.
   */
  public static TrustedProxies parse(String list) {
    return new TrustedProxies(AddressRanges.parse(list));
  }

  /**
   * The address of whoever asks, in its shortest form: the peer's, or where that is a trusted
   * proxy, the nearest that no trusted one vouches for.
   *
   * @param forwardedFor the values of {@code X-Forwarded-For}, in the order of its headers
   */
  String origin(String peer, List<String> forwardedFor) {
    Optional<InetAddress> nearest = address(peer);
    List<String> chain =
        forwardedFor.stream().flatMap(value -> Arrays.stream(value.split(","))).toList();
    for (int i = chain.size() - 1; i >= 0 && nearest.map(this::isTrusted).orElse(false); i--) {
      Optional<InetAddress> before = address(chain.get(i).strip());
      if (before.isEmpty()) {
        break;
      }
      nearest = before;
    }
    return nearest.map(NetUtil::toAddressString).orElse("unknown");
  }

  boolean isTrusted(String peer) {
    return address(peer).map(this::isTrusted).orElse(false);
  }

  private boolean isTrusted(InetAddress address) {
    return networks.contain(address);
  }

  /** No name is looked up; an IPv4 address that is written as an IPv6 one is an IPv4 address. */
  private static Optional<InetAddress> address(String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher withPort = WITH_PORT.matcher(text);
    String bare =
        !withPort.matches()
            ? text
            : withPort.group(1) != null ? withPort.group(1) : withPort.group(2);
    return Optional.ofNullable(
        NetUtil.createInetAddressFromIpAddressString(bare.replaceFirst("%.*", "")));
  }
}
