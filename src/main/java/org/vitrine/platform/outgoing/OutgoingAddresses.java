package org.vitrine.platform.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.outgoing.OutgoingFailed.Reason;

/**
 * The one rule of where we connect to on somebody else's word: public addresses, and private ones
 * only in networks that an administrator lists. Whoever connects does so to an address that was
 * checked here, and asks no name again.
 */
public final class OutgoingAddresses {
  public static final int LONGEST_URL = 2_000;

  private final AddressRanges listed;
  private final Names names;

  /**
   * @param listed networks that are not public and may be reached all the same
   */
  public OutgoingAddresses(AddressRanges listed, Names names) {
    this.listed = listed;
    this.names = names;
  }

  /**
   * All that a name stands for now, where all of it may be reached; an IP address stands for
   * itself. Throws {@link OutgoingFailed}: a name of which one address is refused is refused whole.
   */
  public List<InetAddress> of(String host) {
    List<InetAddress> addresses = resolved(host);
    for (InetAddress address : addresses) {
      if (!PublicAddresses.contain(address) && !listed.contain(address)) {
        throw new OutgoingFailed(
            Reason.REFUSED, "%s leads to an address that is not public".formatted(host));
      }
    }
    return addresses;
  }

  /** The same of a URL: in the open internet only with https, in listed networks also with http. */
  public List<InetAddress> of(URI url) {
    if (parse(url.toString()).isEmpty()) {
      throw new OutgoingFailed(Reason.REFUSED, "%s is no address of the web".formatted(url));
    }
    List<InetAddress> addresses = of(host(url));
    if (!"https".equalsIgnoreCase(url.getScheme())
        && !addresses.stream().allMatch(listed::contain)) {
      throw new OutgoingFailed(
          Reason.REFUSED, "%s is public and not https".formatted(url.getHost()));
    }
    return addresses;
  }

  private List<InetAddress> resolved(String host) {
    try {
      List<InetAddress> addresses = names.of(host);
      if (!addresses.isEmpty()) {
        return addresses;
      }
    } catch (UnknownHostException unknown) {
      // Said below.
    }
    throw new OutgoingFailed(Reason.UNREACHABLE, "%s is not known".formatted(host));
  }

  /** As names are looked up: an IPv6 address without its brackets. */
  static String host(URI url) {
    return url.getHost().replaceAll("[\\[\\]]", "");
  }

  /**
   * A URL as it may be written down, whatever it leads to: absolute, with http or https, without a
   * user or a fragment.
   */
  public static Optional<URI> parse(String url) {
    if (url == null || url.length() > LONGEST_URL) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(url.strip());
      boolean isWeb =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      boolean isFit =
          isWeb
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && uri.getPort() != 0
              && uri.getPort() <= 65_535;
      return isFit ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }
}
