package org.vitrine.surveys;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.surveys.SurveySample.SampleStrata;

/**
 * Draws some of those in question, from each stratum as many as its size gives it (the largest
 * remainder gets what is left over). Who is drawn follows from the seed and who they are, in
 * whatever order they come: whoever has the seed can draw the same again.
 */
final class SampleDraw {
  private SampleDraw() {}

  /** One of a company, and in which stratum. */
  record SampleMember(long person, long company, String tier, String kind) {
    String in(SampleStrata strata) {
      return strata == SampleStrata.TIER ? tier : kind;
    }
  }

  /** In the order in which they were given. */
  static List<SampleMember> draw(List<SampleMember> all, SurveySample sample, long seed) {
    Map<String, List<SampleMember>> strata =
        all.stream().collect(groupingBy(one -> one.in(sample.strata()), TreeMap::new, toList()));
    Map<String, Integer> sizes = new TreeMap<>();
    strata.forEach((stratum, members) -> sizes.put(stratum, members.size()));
    Map<String, Integer> seats = seats(sizes, sample.of(all.size()));
    Set<Long> drawn = new HashSet<>();
    strata.forEach(
        (stratum, members) ->
            members.stream()
                .sorted(Comparator.comparing(one -> lot(seed, one.person())))
                .limit(seats.get(stratum))
                .forEach(one -> drawn.add(one.person())));
    return all.stream().filter(one -> drawn.contains(one.person())).toList();
  }

  /** Proportional, by the largest remainder (Hamilton); where two are alike, the larger first. */
  static Map<String, Integer> seats(Map<String, Integer> sizes, int wanted) {
    long all = sizes.values().stream().mapToLong(Integer::longValue).sum();
    Map<String, Integer> seats = new TreeMap<>();
    sizes.forEach(
        (stratum, size) -> seats.put(stratum, all == 0 ? 0 : (int) ((long) size * wanted / all)));
    int left = wanted - seats.values().stream().mapToInt(Integer::intValue).sum();
    List<String> byRemainder = new ArrayList<>(sizes.keySet());
    byRemainder.sort(
        Comparator.comparingLong((String one) -> (long) sizes.get(one) * wanted % all)
            .thenComparing(sizes::get)
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    byRemainder.stream().limit(left).forEach(one -> seats.merge(one, 1, Integer::sum));
    return seats;
  }

  private static String lot(long seed, long person) {
    return DigestUtils.sha256Hex(seed + ":" + person);
  }
}
