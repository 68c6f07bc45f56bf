package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/** Whose a stage is. */
class StageClaimsTest {
  private static Department department(String code, boolean fallback, String... stages) {
    return new Department(
        code,
        LocalizedText.of(code),
        Optional.empty(),
        List.of(),
        "plant",
        List.of(stages),
        fallback);
  }

  @ParameterizedTest
  @CsvSource({
    "final-inspection, quality",
    "leak-test, quality",
    "weld-test, welding",
    "weld-frame, welding",
    "packing, office",
  })
  void the_most_precise_claim_counts_and_the_rest_is_the_fallback_s(String stage, String code) {
    List<Department> all =
        List.of(
            department("quality", false, "final-inspection", "*-test"),
            department("welding", false, "weld-*", "weld-test"),
            department("office", true));

    assertThat(Departments.forStage(all, Optional.of(stage)).code()).isEqualTo(code);
  }

  @Test
  void what_is_of_no_stage_is_the_fallback_s_and_without_one_the_office_s() {
    assertThat(Departments.forStage(List.of(), Optional.of("packing")))
        .isEqualTo(Department.OFFICE);
    assertThat(
            Departments.forStage(
                    List.of(department("a", false, "*"), department("b", true)), Optional.empty())
                .code())
        .isEqualTo("b");
    assertThat(Department.OFFICE.name())
        .isEqualTo(LocalizedText.of(Map.of("en", "Office", "zh-CN", "办公室")));
  }

  @ParameterizedTest
  @CsvSource({
    "packing, packing, true",
    "packing, pack*, false",
    "pack*, pac*, false",
    "*-test, leak-*, true",
    "*-test, weld-*-x, false",
    "a*c, a*d, false",
    "a*c, ?*c, false",
    "a*b?, ab*?, true",
    "?, a, false",
    "*, *, true",
    "**, *?, true",
    "a?, ?b, true",
    "weld-?, weld-*, true",
    "a?, b?, false",
  })
  void claims_overlap_where_some_stage_fits_both_and_neither_says_more(
      String one, String other, boolean overlap) {
    assertThat(StageClaims.overlap(one, other)).isEqualTo(overlap);
    assertThat(StageClaims.overlap(other, one)).isEqualTo(overlap);
  }

  @Test
  void what_overlaps_is_refused_with_both_names() {
    List<Department> others = List.of(department("quality", false, "leak-*", "packing"));

    assertThatThrownBy(() -> StageClaims.requireOwn(department("new", false, "packing"), others))
        .isInstanceOf(Rejection.Conflict.class)
        .hasMessage("“packing” is a stage of “quality” already");
    assertThatThrownBy(() -> StageClaims.requireOwn(department("new", false, "*-test"), others))
        .isInstanceOf(Rejection.Conflict.class)
        .hasMessage(
            "Some stages would fit both “*-test” and “leak-*” of “quality”: make one more precise");
    StageClaims.requireOwn(department("new", false, "leak-test", "pack*"), others);
  }
}
