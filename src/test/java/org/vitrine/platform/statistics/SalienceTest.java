package org.vitrine.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SalienceTest {

  /** Smith and Borgatti's definition: of three, the first counts 1, then 2/3, then 1/3. */
  @Test
  void counts_how_early_something_is_named_and_by_how_many() {
    List<Salience<String>> all =
        Salience.of(
            List.of(List.of("apple", "pear", "plum"), List.of("pear", "apple"), List.of("fig")));

    assertThat(all.getFirst().item()).isEqualTo("pear");
    assertSalience(all, "apple", 2, 1.5, (1 + 1.0 / 2) / 3);
    assertSalience(all, "pear", 2, 1.5, (2.0 / 3 + 1) / 3);
    assertSalience(all, "plum", 1, 3, 1.0 / 3 / 3);
    assertSalience(all, "fig", 1, 1, 1.0 / 3);
  }

  /**
   * The ten lists that come with PyAnthropac 0.1 (Spier, 2022), and what it prints of them, rounded
   * twice.
   */
  @Test
  void is_what_a_published_program_prints() {
    List<Salience<String>> all =
        Salience.of(
            Stream.of(
                    "SBI",
                    "FSB",
                    "FNSTID",
                    "uMBgFSpxd",
                    "AFSNdM",
                    "FNAIDobkh",
                    "FwcSA",
                    "NxAInbjm",
                    "FIBATS",
                    "SlFd")
                .map(list -> List.of(list.split("")))
                .toList());

    Map<String, Double> printed =
        Map.of(
            "F", 0.69, "S", 0.50, "N", 0.32, "A", 0.32, "I", 0.28, "B", 0.25, "M", 0.11, "x", 0.11,
            "T", 0.08, "d", 0.07);
    Map<String, Salience<String>> found =
        all.stream().collect(Collectors.toMap(Salience::item, Function.identity()));
    printed.forEach(
        (item, salience) ->
            assertThat(found.get(item).smithsS()).as(item).isCloseTo(salience, within(0.0056)));
    assertThat(found.get("F").named()).isEqualTo(8);
    assertThat(all.stream().map(Salience::item).limit(2)).containsExactly("F", "S");
  }

  @Test
  void what_is_named_twice_in_a_list_counts_once() {
    List<Salience<String>> all = Salience.of(List.of(List.of("late", "late", "kind")));

    assertSalience(all, "late", 1, 1, 1);
    assertSalience(all, "kind", 1, 2, 0.5);
  }

  private static void assertSalience(
      List<Salience<String>> all, String item, int named, double place, double smithsS) {
    Salience<String> found =
        all.stream().filter(one -> one.item().equals(item)).findFirst().orElseThrow();
    assertThat(found.named()).isEqualTo(named);
    assertThat(found.place()).isEqualTo(place);
    assertThat(found.smithsS()).isCloseTo(smithsS, within(1e-12));
  }
}
