package org.vitrine.platform.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.platform.likeness.LikenessIndex.Neighbour;

/** Sentences whose meaning is known: how often the program finds what people find. */
class LikenessQualityTest {
  private static final Path SENTENCES = Path.of("../shared/data/sentences");
  private static final int NEAREST = 10;
  private static final int MANY = 150;

  private final Map<Integer, String> texts = new LinkedHashMap<>();
  private final Map<Integer, String> meanings = new HashMap<>();

  @ParameterizedTest
  @CsvSource({"banking77, 0.80, 0.90, 0.33", "xsid-zh, 0.88, 0.90, 0.40"})
  void what_means_the_same_is_found(
      String file, double neighbours, double pairsOffered, double groups) throws IOException {
    read(SENTENCES.resolve(file + ".csv"));
    LikenessIndex<Integer> index = LikenessIndex.of(texts);
    Map<Integer, List<Neighbour<Integer>>> nearest = index.nearestOfEach(MANY, 0);
    assertThat(rightNeighbours(nearest)).isGreaterThanOrEqualTo(neighbours);
    assertThat(rightPairs(nearest)).isGreaterThanOrEqualTo(pairsOffered);
    assertThat(agreement(Groups.of(index, NEAREST))).isGreaterThanOrEqualTo(groups);
  }

  private void read(Path file) throws IOException {
    assumeTrue(Files.exists(file), file + " is not here");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        meanings.put(texts.size(), row.getField("category"));
        texts.put(texts.size(), row.getField("text"));
      }
    }
  }

  private double rightNeighbours(Map<Integer, List<Neighbour<Integer>>> nearest) {
    long right =
        nearest.entrySet().stream()
            .filter(text -> !text.getValue().isEmpty())
            .filter(text -> sameMeaning(text.getKey(), text.getValue().getFirst()))
            .count();
    return (double) right / texts.size();
  }

  /** Of all pairs from the threshold on, those that mean the same. */
  private double rightPairs(Map<Integer, List<Neighbour<Integer>>> nearest) {
    long all = 0;
    long right = 0;
    for (var text : nearest.entrySet()) {
      double likeYours = LikenessIndex.likeYours(texts.get(text.getKey()));
      for (Neighbour<Integer> other : text.getValue()) {
        if (other.cosine() >= likeYours) {
          all++;
          right += sameMeaning(text.getKey(), other) ? 1 : 0;
        }
      }
    }
    return (double) right / all;
  }

  private boolean sameMeaning(int text, Neighbour<Integer> other) {
    return meanings.get(text).equals(meanings.get(other.key()));
  }

  /** The adjusted Rand index of groups and meanings: 1 where they are the same, 0 by chance. */
  private double agreement(List<List<Integer>> groups) {
    double together = 0;
    double inGroups = 0;
    Map<String, Integer> ofMeaning = new HashMap<>();
    for (List<Integer> group : groups) {
      Map<String, Integer> inGroup = new HashMap<>();
      group.forEach(text -> inGroup.merge(meanings.get(text), 1, Integer::sum));
      inGroup.forEach((meaning, count) -> ofMeaning.merge(meaning, count, Integer::sum));
      together += inGroup.values().stream().mapToDouble(LikenessQualityTest::pairs).sum();
      inGroups += pairs(group.size());
    }
    double alike = ofMeaning.values().stream().mapToDouble(LikenessQualityTest::pairs).sum();
    double byChance = inGroups * alike / pairs(texts.size());
    return (together - byChance) / ((inGroups + alike) / 2 - byChance);
  }

  private static double pairs(int count) {
    return count * (count - 1.0) / 2;
  }
}
