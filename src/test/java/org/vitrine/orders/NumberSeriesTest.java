package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSeriesTest {

  @ParameterizedTest
  @CsvSource({
    "SO-1001, SO-1002",
    "SO-0999, SO-1000",
    "SO-9, SO-10",
    "WH/2026/7-A, WH/2026/8-A",
    "#1042, #1043",
    "99999999999999999999, 100000000000000000000"
  })
  void a_number_is_followed_as_the_house_counts(String number, String next) {
    assertThat(NumberSeries.of(number).orElseThrow().following().findFirst()).contains(next);
  }

  @ParameterizedTest
  @CsvSource({
    "A1/2#?|SO-7|SO-6, SO-7",
    "SO-7|A1/2#?, SO-7",
    "ONCE|SO-7, SO-7",
    "27/1|SO-9|26/9|26/8, 27/1"
  })
  void the_house_counts_as_it_did_for_most_of_its_newest_orders(String newest, String last) {
    assertThat(NumberSeries.ofMost(List.of(newest.split("[|]")))).isEqualTo(NumberSeries.of(last));
  }

  @Test
  void a_number_without_digits_is_followed_by_none() {
    assertThat(NumberSeries.of("ONCE")).isEmpty();
  }
}
