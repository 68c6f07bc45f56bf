package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientNetworkTest {
  @Test
  void a_house_is_one_place_however_many_addresses_it_has() {
    assertThat(ClientNetwork.of("2001:db8:1:2::7"))
        .isEqualTo(ClientNetwork.of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        .isNotEqualTo(ClientNetwork.of("2001:db8:1:3::7"));
  }

  @Test
  void houses_of_one_network_stand_side_by_side() {
    assertThat(ClientNetwork.around("2001:db8:1:2::7"))
        .isPresent()
        .isEqualTo(ClientNetwork.around("2001:db8:1:3::7"))
        .isNotEqualTo(ClientNetwork.around("2001:db8:2:3::7"));
    assertThat(ClientNetwork.around("203.0.113.7")).isEmpty();
  }

  @Test
  void an_ipv4_address_is_a_place_of_its_own() {
    assertThat(ClientNetwork.of("203.0.113.7")).isNotEqualTo(ClientNetwork.of("203.0.113.8"));
  }

  @Test
  void whoever_stands_nowhere_stands_somewhere_too() {
    assertThat(ClientNetwork.of(null))
        .isEqualTo(ClientNetwork.of(null))
        .isNotEqualTo(ClientNetwork.of("unknown"));
  }
}
