package org.vitrine.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The model against what was published of it, on the data that it was published with. */
class BgNbdTest {
  private static final BgNbd PUBLISHED = new BgNbd(0.243, 4.414, 0.793, 2.426);

  /** As the resource says: 2357 customers of CDNOW. */
  private static List<RepeatOrders> cdnow() throws IOException {
    List<RepeatOrders> all = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                BgNbdTest.class.getResourceAsStream("cdnow.txt"), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(one -> !one.startsWith("#")).toList()) {
        String[] words = line.split(" ");
        double age = Integer.parseInt(words[0]) / 7.0;
        for (int once = 0; once < Integer.parseInt(words[1]); once++) {
          all.add(new RepeatOrders(0, 0, age));
        }
        for (int at = 2; at < words.length; at++) {
          String[] one = words[at].split("@");
          all.add(new RepeatOrders(Integer.parseInt(one[0]), Integer.parseInt(one[1]) / 7.0, age));
        }
      }
    }
    return all;
  }

  @Test
  void the_data_is_what_was_published() throws IOException {
    List<RepeatOrders> customers = cdnow();

    assertThat(customers).hasSize(2_357);
    assertThat(customers.stream().filter(one -> one.repeats() > 0)).hasSize(946);
    assertThat(customers.stream().mapToInt(RepeatOrders::repeats).sum()).isEqualTo(2_457);
    assertThat(customers.stream().mapToDouble(PUBLISHED::logLikelihood).sum())
        .isCloseTo(-9_582.4, within(0.05));
  }

  @Test
  void the_published_estimates_are_found_again() throws IOException {
    BgNbd fitted = BgNbdFit.of(cdnow(), Optional.empty()).orElseThrow();

    assertThat(fitted.r()).isCloseTo(0.243, within(0.0005));
    assertThat(fitted.alpha()).isCloseTo(4.414, within(0.001));
    assertThat(fitted.a()).isCloseTo(0.793, within(0.0005));
    assertThat(fitted.b()).isCloseTo(2.426, within(0.001));
  }

  @Test
  void the_order_of_customers_and_where_one_begins_to_look_do_not_matter() throws IOException {
    List<RepeatOrders> mixed = cdnow();
    Collections.shuffle(mixed, new Random(7));
    BgNbd fitted = BgNbdFit.of(cdnow(), Optional.empty()).orElseThrow();

    assertThat(BgNbdFit.of(mixed, Optional.empty())).contains(fitted);
    BgNbd fromElsewhere = BgNbdFit.of(mixed, Optional.of(new BgNbd(2, 1, 3, 9))).orElseThrow();
    assertThat(fromElsewhere.r()).isCloseTo(fitted.r(), within(1e-3));
    assertThat(fromElsewhere.b()).isCloseTo(fitted.b(), within(1e-2));
  }

  /** Fader and Hardie, “Implementing the BG/NBD model for customer base analysis in Excel”. */
  @Test
  void what_is_expected_of_a_customer_is_what_was_published() {
    RepeatOrders first = new RepeatOrders(2, 30.43, 38.86);

    assertThat(PUBLISHED.expected(first, 39)).isCloseTo(1.226, within(0.0005));
  }

  /** “Buy ’Til You Die: a walkthrough”, of the R package BTYD: customer 1516. */
  @Test
  void who_is_still_there_is_what_was_published() {
    BgNbd walkthrough = new BgNbd(0.2425945, 4.4136019, 0.7929199, 2.4258881);
    RepeatOrders one = new RepeatOrders(26, 216 / 7.0, 31);

    assertThat(walkthrough.alive(one)).isCloseTo(0.96885, within(1e-5));
    assertThat(walkthrough.expected(one, 52)).isCloseTo(25.757, within(1e-3));
    assertThat(walkthrough.expected(new RepeatOrders(0, 0, 0), 52))
        .as("of whoever comes new")
        .isCloseTo(1.444010, within(1e-5));
  }

  @Test
  void whoever_is_silent_for_longer_is_there_less_likely() {
    double before = 1;
    for (double age = 10; age < 200; age += 5) {
      double now = PUBLISHED.alive(new RepeatOrders(8, 10, age));
      assertThat(now).isBetween(0.0, before);
      before = now;
    }
    assertThat(PUBLISHED.alive(new RepeatOrders(0, 0, 200))).isEqualTo(1);
    assertThat(PUBLISHED.alive(new RepeatOrders(5_000, 10, 5_000))).isBetween(0.0, 1e-9);
  }

  @Test
  void of_few_and_of_those_who_never_came_back_there_is_no_model() {
    RepeatOrders often = new RepeatOrders(5, 20, 30);

    assertThat(BgNbdFit.of(Collections.nCopies(29, often), Optional.empty())).isEmpty();
    assertThat(BgNbdFit.of(Collections.nCopies(99, new RepeatOrders(0, 0, 9)), Optional.empty()))
        .isEmpty();
  }
}
