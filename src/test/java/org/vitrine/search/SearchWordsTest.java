package org.vitrine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.feature.Findable;
import org.vitrine.feature.Findable.FoundText;

class SearchWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what it is called           | what is typed      | how it fits
        "SO-1001                       | SO-1001            | number",
        "SO-1001                       | so1001             | number",
        "SO-1001                       | ｓｏ－１００１         | number",
        "SO-1001                       | so 1001            | number",
        "SO-1001                       | so-10              | beginning of the number",
        "SO-1001                       | s                  | beginning of the number",
        "SO-1001                       | 1001               | words",
        "SO-1001                       | 001                | part",
        "SO-1001                       | 1002               | no",
        "WH/MO/00012                   | mo 12              | part",
        "WH/MO/00012                   | wh/mo              | beginning of the number",
        "Northwind Climate             | north              | words",
        "Northwind Climate             | climate north      | words",
        "Northwind Climate             | wind               | part",
        "Northwind Climate             | NORTHWIND          | words",
        "Northwind Climate             | northwind gmbh     | no",
        "Kälte & Wärme Straße          | kalte strasse      | words",
        "Kälte & Wärme Straße          | WÄRME              | words",
        "Łódź Ørsted                   | lodz orsted        | words",
        "佛山瑞捷电器有限公司               | 瑞捷                 | part",
        "佛山瑞捷电器有限公司               | 佛山                 | words",
        "佛山瑞捷电器有限公司               | 电器 佛山              | part",
        "佛山瑞捷电器有限公司               | foshan             | words",
        "佛山瑞捷电器有限公司               | fo shan            | part",
        "佛山瑞捷电器有限公司               | ruijie             | part",
        "佛山瑞捷电器有限公司               | fsrj               | words",
        "佛山瑞捷电器有限公司               | frj                | words",
        "佛山瑞捷电器有限公司               | rjdq               | part",
        "佛山瑞捷电器有限公司               | 佛山 rj              | part",
        "佛山瑞捷电器有限公司               | 广州                 | no",
        "重庆长江银行                     | chongqing          | words",
        "重庆长江银行                     | changjiangyinhang  | part",
        "绿色家园                        | lvse               | words",
        "绿色家园                        | luse               | words",
        "格力KFR-35空调                  | kfr35              | no",
        "格力KFR-35空调                  | kfr-35             | words",
        "格力KFR-35空调                  | kongtiao           | words",
        "格力KFR-35空调                  | 空 格                | words",
        "ﾃﾞﾝｿｰ株式会社                    | デンソー               | words"
      })
  void words_are_found_by_their_parts(String called, String typed, String fits) {
    assertThat(fit(called, typed)).isEqualTo(fits);
  }

  /** As the statements of the repository judge it. */
  private static String fit(String called, String typed) {
    boolean isNumber = called.matches("[A-Z/]+-?[0-9]+|[A-Z/]+");
    IndexedEntry entry =
        IndexedEntry.of(
            new Findable(
                "1",
                Optional.empty(),
                true,
                new FoundText(called, Optional.empty(), "/", true),
                isNumber ? List.of(called) : List.of(),
                List.of(),
                Instant.EPOCH));
    LookedFor lookedFor = LookedFor.in(typed);
    if (!isLike(entry.text(), lookedFor.anywhere())) {
      return "no";
    }
    assertThat(Set.of(entry.marks(7)))
        .as("what fits has the marks")
        .containsAll(
            Arrays.stream(lookedFor.marks(Optional.empty())).map(mark -> mark ^ 7 * 7919).toList());
    if (entry.text().contains(" #" + lookedFor.number() + " ")) {
      return "number";
    }
    if (entry.text().contains(" #" + lookedFor.number())) {
      return "beginning of the number";
    }
    return isLike(entry.text(), lookedFor.atTheBeginning()) ? "words" : "part";
  }

  private static boolean isLike(String text, String[] patterns) {
    return Arrays.stream(patterns)
        .allMatch(pattern -> text.contains(pattern.substring(1, pattern.length() - 1)));
  }

  @Test
  void nothing_can_be_looked_for_by_marks_alone() {
    assertThat(LookedFor.in("  -- % _ ").isNothing()).isTrue();
  }

  @Test
  void a_long_text_asks_for_a_few_marks_only() {
    assertThat(LookedFor.in("abcdefghijklmnopqrstuvwxyz".repeat(3)).marks(Optional.empty()))
        .hasSizeLessThan(13);
  }
}
