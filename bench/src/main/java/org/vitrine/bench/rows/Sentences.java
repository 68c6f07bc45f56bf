package org.vitrine.bench.rows;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.platform.likeness.LikenessIndex;
import org.vitrine.platform.likeness.LikenessIndex.Neighbour;
import org.vitrine.platform.likeness.TextPieces;

/** Sentences of which it is known what they mean, and how well others find that out. */
record Sentences(Map<Integer, String> texts, List<String> meanings) {

  static Sentences read(Path file) throws IOException {
    Map<Integer, String> texts = new LinkedHashMap<>();
    List<String> meanings = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        texts.put(meanings.size(), row.getField("text"));
        meanings.add(row.getField("category"));
      }
    }
    return new Sentences(texts, meanings);
  }

  boolean sameMeaning(int one, int other) {
    return meanings.get(one).equals(meanings.get(other));
  }

  double rightNeighbours(Map<Integer, List<Neighbour<Integer>>> nearest) {
    return nearest.entrySet().stream()
            .filter(text -> !text.getValue().isEmpty())
            .filter(text -> sameMeaning(text.getKey(), text.getValue().getFirst().key()))
            .count()
        / (double) texts.size();
  }

  double rightPairs(Map<Integer, List<Neighbour<Integer>>> pairs) {
    long all = 0;
    long right = 0;
    for (Map.Entry<Integer, List<Neighbour<Integer>>> text : pairs.entrySet()) {
      double likeYours = LikenessIndex.likeYours(texts.get(text.getKey()));
      for (Neighbour<Integer> other : text.getValue()) {
        if (other.cosine() >= likeYours) {
          all++;
          right += sameMeaning(text.getKey(), other.key()) ? 1 : 0;
        }
      }
    }
    return (double) right / all;
  }

  /** The adjusted Rand index of groups and meanings: 1 where they are the same, 0 by chance. */
  double agreement(List<List<Integer>> groups) {
    double together = 0;
    double inGroups = 0;
    Map<String, Integer> ofMeaning = new HashMap<>();
    for (List<Integer> group : groups) {
      Map<String, Integer> inGroup = new HashMap<>();
      group.forEach(text -> inGroup.merge(meanings.get(text), 1, Integer::sum));
      inGroup.forEach((meaning, count) -> ofMeaning.merge(meaning, count, Integer::sum));
      together += inGroup.values().stream().mapToDouble(Sentences::pairs).sum();
      inGroups += pairs(group.size());
    }
    double alike = ofMeaning.values().stream().mapToDouble(Sentences::pairs).sum();
    double byChance = inGroups * alike / pairs(texts.size());
    return (together - byChance) / ((inGroups + alike) / 2 - byChance);
  }

  private static double pairs(int count) {
    return count * (count - 1.0) / 2;
  }

  /** How many products the cosines of all pairs consist of: one for each piece that both have. */
  long productsOfAllPairs() {
    Map<String, Integer> having = new HashMap<>();
    for (String text : texts.values()) {
      pieces(" " + TextPieces.plain(text) + " ").forEach(one -> having.merge(one, 1, Integer::sum));
    }
    return having.values().stream().mapToLong(count -> count * (count - 1L) / 2).sum();
  }

  private static Set<String> pieces(String text) {
    Set<String> pieces = new HashSet<>();
    for (int length = 2; length <= 4; length++) {
      for (int at = 0; at + length <= text.length(); at++) {
        pieces.add(text.substring(at, at + length));
      }
    }
    return pieces;
  }
}
