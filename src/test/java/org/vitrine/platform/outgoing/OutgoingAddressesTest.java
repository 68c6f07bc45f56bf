package org.vitrine.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.outgoing.OutgoingFailed.Reason;

class OutgoingAddressesTest {
  private static final List<String> INWARD_NETWORKS =
      List.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8",
          "64:ff9b::/96",
          "64:ff9b:1::/48",
          "2001::/32",
          "2002::/16",
          "::/96",
          "2001:db8::/32",
          "100::/64");
  private static final int OF_EACH = 20;

  private final OutgoingAddresses careful = new OutgoingAddresses(AddressRanges.NONE, names());

  private static Names names() {
    return host -> List.of(InetAddress.getAllByName(host));
  }

  private static Names standing(String... addresses) {
    return host -> {
      List<InetAddress> stands = new ArrayList<>();
      for (String address : addresses) {
        stands.add(InetAddress.getByName(address));
      }
      return stands;
    };
  }

  /** More than 500 with their neighbours at both ends of each network. */
  private static List<String> inwardAddresses() {
    Random random = new Random(7);
    List<String> inward = new ArrayList<>();
    for (String network : INWARD_NETWORKS) {
      String[] parts = network.split("/");
      for (int n = 0; n < OF_EACH + 4; n++) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        int fill = n == 0 ? 0 : n == 1 ? 0xff : -1;
        for (int bit = Integer.parseInt(parts[1]); bit < bytes.length * 8; bit++) {
          boolean isSet = fill == -1 ? random.nextBoolean() : fill == 0xff;
          if (isSet) {
            bytes[bit / 8] |= (byte) (0x80 >> bit % 8);
          }
        }
        inward.add(NetUtil.bytesToIpAddress(bytes));
      }
    }
    return inward;
  }

  @Test
  void five_hundred_addresses_inside_are_refused_by_number_and_by_name() {
    List<String> inward = inwardAddresses();
    assertThat(inward).hasSizeGreaterThan(500);
    for (String address : inward) {
      assertRefused(careful, "https://%s/".formatted(bracketed(address)));
      OutgoingAddresses named = new OutgoingAddresses(AddressRanges.NONE, standing(address));
      assertRefused(named, "https://hooks.example/");
      OutgoingAddresses mixed =
          new OutgoingAddresses(AddressRanges.NONE, standing("93.184.216.34", address));
      assertRefused(mixed, "https://hooks.example/");
    }
  }

  private static String bracketed(String address) {
    return address.contains(":") ? "[" + address + "]" : address;
  }

  private static void assertRefused(OutgoingAddresses addresses, String url) {
    assertThatThrownBy(() -> addresses.of(URI.create(url)))
        .as(url)
        .isInstanceOfSatisfying(
            OutgoingFailed.class,
            failed -> assertThat(failed.reason()).as(url).isEqualTo(Reason.REFUSED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.1",
        "2130706433",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:a9fe:a9fe]",
        "localhost",
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "[fd00:ec2::254]",
        "[::]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[0:0:0:0:0:0:127.0.0.1]"
      })
  void other_ways_to_write_them_lead_nowhere_else(String host) {
    assertThatThrownBy(() -> careful.of(URI.create("https://%s/".formatted(host))))
        .isInstanceOf(OutgoingFailed.class);
  }

  @Test
  void public_addresses_are_reached() throws UnknownHostException {
    for (String address :
        List.of(
            "142.250.74.10",
            "9.9.9.9",
            "100.128.0.1",
            "172.32.0.1",
            "2a00:1450:4001:80b::200a",
            "2606:4700::1111",
            "2001:200::1")) {
      assertThat(careful.of(URI.create("https://%s/".formatted(bracketed(address)))))
          .containsExactly(InetAddress.getByName(address));
    }
  }

  @Test
  void a_listed_network_is_reached_and_no_other() {
    OutgoingAddresses listed =
        new OutgoingAddresses(AddressRanges.parse("10.1.0.0/16, fd12::/32"), names());
    assertThat(listed.of(URI.create("http://10.1.2.3:8069/json/2"))).hasSize(1);
    assertThat(listed.of(URI.create("https://[fd12::7]/"))).hasSize(1);
    assertRefused(listed, "https://10.2.0.1/");
    assertRefused(listed, "https://127.0.0.1/");
  }

  @Test
  void in_the_open_internet_nothing_goes_in_clear() {
    assertRefused(careful, "http://9.9.9.9/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "/only/a/path",
        "ftp://hooks.example/",
        "file:///etc/passwd",
        "https://user:word@hooks.example/",
        "https://hooks.example/#part",
        "https:///nowhere",
        "https://hooks.example:0/",
        "https://hooks.example:70000/",
        "https://hooks example/",
        "gopher://hooks.example/",
        "https:hooks.example",
        "jar:https://hooks.example/!/"
      })
  void what_is_no_address_of_the_web_is_not_written_down(String url) {
    assertThat(OutgoingAddresses.parse(url)).isEmpty();
    assertThat(OutgoingAddresses.parse("https://hooks.example/in?x=1")).isPresent();
    assertThat(OutgoingAddresses.parse("https://h.example/" + "x".repeat(2_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "x", "::/129", "10.0.0.0/x", "10.0.0.0/"})
  void what_is_no_network_is_named(String text) {
    assertThatThrownBy(() -> AddressRanges.parse("10.0.0.0/8, " + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }
}
