package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {
  @Test
  void a_house_is_one_place_however_many_addresses_it_has() {
    assertThat(Place.of("2001:db8:1:2::7"))
        .isEqualTo(Place.of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        .isNotEqualTo(Place.of("2001:db8:1:3::7"));
  }

  @Test
  void houses_of_one_network_stand_side_by_side() {
    assertThat(Place.around("2001:db8:1:2::7"))
        .isPresent()
        .isEqualTo(Place.around("2001:db8:1:3::7"))
        .isNotEqualTo(Place.around("2001:db8:2:3::7"));
    assertThat(Place.around("203.0.113.7")).isEmpty();
  }

  @Test
  void an_ipv4_address_is_a_place_of_its_own() {
    assertThat(Place.of("203.0.113.7")).isNotEqualTo(Place.of("203.0.113.8"));
  }

  @Test
  void whoever_stands_nowhere_stands_somewhere_too() {
    assertThat(Place.of(null)).isEqualTo(Place.of(null)).isNotEqualTo(Place.of("unknown"));
  }
}
