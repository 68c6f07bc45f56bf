package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private static final String STRANGER = "203.0.113.7";

  private final TrustedProxies proxies =
      TrustedProxies.parse("127.0.0.1, 10.0.0.0/8, ::1, fd00::/8");

  @Test
  void without_a_trusted_proxy_nobody_speaks_for_another() {
    assertThat(TrustedProxies.NONE.origin("127.0.0.1", List.of(STRANGER))).isEqualTo("127.0.0.1");
    assertThat(proxies.origin("198.51.100.1", List.of(STRANGER))).isEqualTo("198.51.100.1");
  }

  @Test
  void a_trusted_proxy_says_for_whom_it_speaks() {
    assertThat(proxies.origin("10.1.2.3", List.of(STRANGER))).isEqualTo(STRANGER);
    assertThat(proxies.origin("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
  }

  @Test
  void what_the_stranger_wrote_before_it_is_not_believed() {
    assertThat(proxies.origin("127.0.0.1", List.of("192.0.2.1, " + STRANGER + ", 10.9.9.9")))
        .isEqualTo(STRANGER);
    assertThat(proxies.origin("127.0.0.1", List.of("10.0.0.1", "192.0.2.1", STRANGER)))
        .as("in several headers")
        .isEqualTo(STRANGER);
  }

  @Test
  void where_all_are_trusted_it_is_the_furthest() {
    assertThat(proxies.origin("127.0.0.1", List.of("10.0.0.1, 10.0.0.2"))).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "", "_hidden", "example.com", "1.2.3", "999.1.1.1"})
  void what_is_no_address_ends_the_chain(String nonsense) {
    assertThat(proxies.origin("127.0.0.1", List.of(STRANGER + "," + nonsense + ",10.0.0.2")))
        .isEqualTo("10.0.0.2");
  }

  @ParameterizedTest
  @CsvSource({
    "0:0:0:0:0:0:0:1, ::1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "2001:db8:0:0:0:0:0:7, 2001:db8::7",
    "fe80:0:0:0:0:0:0:1%eth0, fe80::1"
  })
  void an_address_is_shown_in_its_shortest_form(String peer, String shown) {
    assertThat(TrustedProxies.NONE.origin(peer, List.of())).isEqualTo(shown);
  }

  @Test
  void a_port_beside_an_address_does_not_matter() {
    assertThat(proxies.origin("::1", List.of(STRANGER + ":443"))).isEqualTo(STRANGER);
    assertThat(proxies.origin("::1", List.of("[2001:db8::7]:443"))).isEqualTo("2001:db8::7");
  }

  @Test
  void an_ipv4_proxy_is_trusted_however_its_address_is_written() {
    assertThat(proxies.origin("::ffff:10.0.0.1", List.of(STRANGER))).isEqualTo(STRANGER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "10.0.0/8", "fd00::/129"})
  void what_is_neither_address_nor_network_is_refused_by_name(String text) {
    assertThatThrownBy(() -> TrustedProxies.parse("127.0.0.1," + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("“" + text + "”");
  }
}
