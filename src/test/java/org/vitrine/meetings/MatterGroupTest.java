package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.AgendaItem.ItemFigures;
import org.vitrine.meetings.Matter.MatterKind;
import org.vitrine.meetings.Matter.MatterPlace;
import org.vitrine.meetings.MatterGroup.RankedSource;
import org.vitrine.platform.json.Json;

/** What is talked about together, and what comes first. */
class MatterGroupTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "VOICE,       KFR-35, inspection, capacity, 7, cause:7",
        "VOICE,       KFR-35, inspection, capacity, -, requirement:capacity",
        "VOICE,       KFR-35, inspection, -,        -, stage:inspection",
        "VOICE,       KFR-35, -,          -,        -, product:KFR-35",
        "VOICE,       -,      -,          -,        -, voice",
        "REQUIREMENT, KFR-35, inspection, capacity, -, requirement:capacity",
        "PROMISE,     KFR-35, -,          -,        -, promise",
        "ACTION,      -,      -,          -,        -, action",
        "PROPOSAL,    -,      -,          -,        -, proposal:k",
      })
  void matters_are_talked_about_by_what_they_have_in_common(
      MatterKind kind,
      String product,
      String stage,
      String requirement,
      String cause,
      String topic) {
    assertThat(MatterGroup.topic(matter(kind, "k", 1, product, stage, requirement, cause)))
        .isEqualTo(topic);
  }

  @Test
  void a_failed_requirement_and_a_complaint_about_it_are_one_item() {
    List<MatterGroup> groups =
        MatterGroup.of(
            List.of(
                matter(MatterKind.REQUIREMENT, "1/1/capacity", 1, "A", "s", "capacity", null),
                matter(MatterKind.VOICE, "8", 2, "B", "s", "capacity", null),
                matter(MatterKind.PROMISE, "3/0/1", 2, "B", null, null, null)));

    assertThat(groups)
        .extracting(MatterGroup::topic)
        .containsExactly("requirement:capacity", "promise");
    assertThat(groups.getFirst().matters()).hasSize(2);
    assertThat(groups.getFirst().title()).isEqualTo("Cooling");
    assertThat(groups.getLast().title()).isEqualTo("Dates that moved");
  }

  @Test
  void the_product_is_said_where_all_are_of_one() {
    Matter one = matter(MatterKind.VOICE, "1", 1, "A", "s", "capacity", null);
    Matter same = matter(MatterKind.VOICE, "2", 2, "A", "s", "capacity", null);
    Matter other = matter(MatterKind.VOICE, "3", 2, "B", "s", "capacity", null);

    assertThat(MatterGroup.of(List.of(one, same)).getFirst().facts().path("product").asText())
        .isEqualTo("A");
    assertThat(MatterGroup.of(List.of(one, other)).getFirst().facts().has("product")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // companies and weights of the sources, who voted; companies, severity, times, sum
    "1:4 2:4 3:2, '',  3, 4, 3, 36",
    "1:4 1:4 1:2, '',  1, 4, 3, 12",
    "1:2,         2 3, 3, 2, 1, 6",
    "1:2,         1,   1, 2, 1, 2",
    "0:3 0:3,     '',  1, 3, 2, 6",
    "'',          1 2, 2, 0, 0, 0",
  })
  void an_item_is_ranked_by_how_many_how_bad_and_how_often(
      String sources, String voters, int companies, int severity, int times, int sum) {
    ItemFigures figures =
        MatterGroup.figures(
            words(sources).stream().map(MatterGroupTest::source).toList(),
            words(voters).stream().map(Long::valueOf).map(CompanyId::new).toList());

    assertThat(figures.companies()).isEqualTo(companies);
    assertThat(figures.severity()).isEqualTo(severity);
    assertThat(figures.times()).isEqualTo(times);
    assertThat(figures.score()).isEqualTo(sum);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static RankedSource source(String text) {
    long company = Long.parseLong(text.substring(0, text.indexOf(':')));
    return new RankedSource(
        Optional.of(company).filter(any -> any > 0).map(CompanyId::new),
        Integer.parseInt(text.substring(text.indexOf(':') + 1)));
  }

  private static Matter matter(
      MatterKind kind,
      String key,
      long company,
      String product,
      String stage,
      String requirement,
      String cause) {
    ObjectNode facts = Json.object();
    if (product != null) {
      facts.put("product", product);
    }
    if (requirement != null) {
      facts.putObject("requirement").put("en", "Cooling").put("zh-CN", "制冷量");
    }
    return new Matter(
        kind,
        key,
        Optional.of(new CompanyId(company)),
        new MatterPlace(
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(product),
            Optional.ofNullable(stage),
            Optional.ofNullable(requirement),
            Optional.ofNullable(cause)),
        facts,
        4,
        Instant.parse("2026-11-20T00:00:00Z"),
        true);
  }
}
