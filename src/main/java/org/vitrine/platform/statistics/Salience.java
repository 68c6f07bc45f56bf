package org.vitrine.platform.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much something is on people's minds who were asked what comes to mind: how often it is named,
 * and how early.
 *
 * @param named in how many of the lists
 * @param place the mean of where it stands in them, from 1
 * @param smithsS from 0, nobody's, to 1, everybody's first: the mean over all lists of (length −
 *     place + 1) / length, and of 0 where it is not named (Smith and Borgatti, “Salience counts,
 *     and so does accuracy”, Journal of Linguistic Anthropology 7, 1997)
 */
public record Salience<T>(T item, int named, double place, double smithsS) {

  /** Of all that is named, the most salient first; what is named twice in a list counts once. */
  public static <T> List<Salience<T>> of(List<List<T>> lists) {
    Map<T, Mentions> mentions = new LinkedHashMap<>();
    for (List<T> list : lists) {
      List<T> once = list.stream().distinct().toList();
      for (int at = 0; at < once.size(); at++) {
        mentions.computeIfAbsent(once.get(at), item -> new Mentions()).add(at, once.size());
      }
    }
    List<Salience<T>> all = new ArrayList<>(mentions.size());
    mentions.forEach((item, mention) -> all.add(mention.salience(item, lists.size())));
    all.sort(Comparator.comparingDouble((Salience<T> one) -> one.smithsS()).reversed());
    return all;
  }

  private static final class Mentions {
    private int named;
    private int places;
    private double salience;

    void add(int before, int length) {
      named++;
      places += before + 1;
      salience += (double) (length - before) / length;
    }

    <T> Salience<T> salience(T item, int lists) {
      return new Salience<>(item, named, (double) places / named, salience / lists);
    }
  }
}
