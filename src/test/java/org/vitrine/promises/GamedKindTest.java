package org.vitrine.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.orders.LocalizedText;
import org.vitrine.promises.DueLines.FollowedLine;
import org.vitrine.promises.DueLines.LineKey;

/**
 * Words as {@code said>promised} by the day of October, with {@code !} where nobody was told,
 * {@code ok} where the customer accepted it, {@code shh} where that was by silence, and {@code c}
 * where it is on their side.
 */
class GamedKindTest {
  @ParameterizedTest
  @CsvSource({
    "promised-after-start, 1>10,             0, 1",
    "promised-after-start, 1>- 3>10,         1, 1",
    "withdrawn,            1>10 2>-,         1, 1",
    "withdrawn,            1>10 2>12 3>-,    1, 2",
    "withdrawn,            1>10 2>- 3>9 4>-, 2, 2",
    "withdrawn,            1>- 2>12,         0, 0",
    "customers-side,       1>10 2>12c 3>15,  1, 2",
    "moved-late,           1>10 10>12 11>15, 1, 2",
    "moved-late,           1>10 9>12 13>15,  1, 2",
    "untold,               1>10 2>12! 3>15,  1, 2",
    "untold,               1>10 2>12ok!,     0, 1",
    "untold,               1>10 2>12shh!,    1, 1",
    "late-consent,         1>10 11>12ok,     1, 1",
    "late-consent,         1>10 11>12shh,    1, 1",
    "late-consent,         1>10 10>12ok,     0, 1",
    "late-consent,         1>10 11>12,       0, 0"
  })
  void each_is_counted_by_itself(String code, String words, int hits, int all) {
    GamedKind kind =
        List.of(GamedKind.values()).stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow();
    KeptLine line = line(words);
    assertThat(kind.hits(line)).isEqualTo(hits);
    assertThat(kind.all(line)).isEqualTo(all);
  }

  /** Work on it began between its first word and its second. */
  private static KeptLine line(String words) {
    List<DueWord> said = new ArrayList<>();
    for (String word : words.split(" ")) {
      int begun = said.isEmpty() ? 0 : 1;
      said.add(word(said.size() + 1 + begun, word));
    }
    DueLine due =
        new DueLine(
            1, "r", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
    return new KeptLine(
        new FollowedLine(new LineKey(1, 1), due, new DueWords(said)),
        "SO-1",
        LocalizedText.of("Pump"),
        Optional.of(2L),
        false);
  }

  private static DueWord word(int version, String text) {
    String[] parts = text.replaceAll("[^0-9>-]", "").split(">");
    LocalDate on = october(parts[0]);
    return new DueWord(
        version,
        Optional.empty(),
        on,
        parts[1].equals("-") ? Optional.empty() : Optional.of(october(parts[1])),
        text.endsWith("!") ? Optional.empty() : Optional.of(on),
        text.contains("ok")
            ? DueConsent.ANSWERED
            : text.contains("shh") ? DueConsent.SILENT : DueConsent.NONE,
        text.endsWith("c"));
  }

  private static LocalDate october(String day) {
    return LocalDate.of(2026, 10, Integer.parseInt(day));
  }
}
