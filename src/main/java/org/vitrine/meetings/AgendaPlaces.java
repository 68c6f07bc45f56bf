package org.vitrine.meetings;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.meetings.AgendaItem.AgendaState;
import org.vitrine.meetings.MatterGroup.RankedSource;
import org.vitrine.platform.database.Queries;

/**
 * An agenda takes so many topics. Where there are more, those that rank lowest are left out: one
 * that ranks higher takes the place of the lowest, unless somebody did something to that. Proposals
 * were counted when they were made, and each has a place.
 */
final class AgendaPlaces {
  static final int MOST = 60;
  static final int USUAL_MINUTES = 10;

  private final AgendaWriteRepository repository;
  private final Map<String, Integer> scores = new HashMap<>();
  private final Map<String, Long> taken = new HashMap<>();
  private final List<AgendaItem> weakestFirst;

  /**
   * @param items of the agenda, as they are
   * @param found what happened, by topic
   */
  AgendaPlaces(
      AgendaWriteRepository repository,
      Collection<AgendaItem> items,
      Collection<MatterGroup> found) {
    this.repository = repository;
    found.forEach(group -> scores.put(group.topic(), score(group)));
    for (AgendaItem item : items) {
      item.topic()
          .ifPresent(
              topic -> {
                taken.put(topic, item.id());
                scores.merge(topic, item.figures().score(), Math::max);
              });
    }
    this.weakestFirst =
        items.stream()
            .filter(item -> item.state() == AgendaState.OPEN)
            .filter(
                item -> item.topic().filter(topic -> !MatterGroup.isProposal(topic)).isPresent())
            .sorted(Comparator.comparingInt(item -> scores.get(item.topic().orElseThrow())))
            .toList();
  }

  /** Highest first; those that rank alike stay as they came. */
  static List<MatterGroup> ranked(Collection<MatterGroup> groups) {
    return groups.stream().sorted(Comparator.comparingInt(AgendaPlaces::score).reversed()).toList();
  }

  private static int score(MatterGroup group) {
    return MatterGroup.figures(
            group.matters().stream()
                .map(one -> new RankedSource(one.company(), one.weight()))
                .toList(),
            List.of())
        .score();
  }

  /** The item of this topic. */
  Optional<Long> of(String topic) {
    return Optional.ofNullable(taken.get(topic));
  }

  void take(String topic, long item) {
    taken.put(topic, item);
  }

  /** True where there is room for it, or one that ranks lower was left out for it. */
  boolean makesRoom(Queries transaction, MatterGroup group) {
    return group.isProposal()
        || taken.keySet().stream().filter(topic -> !MatterGroup.isProposal(topic)).count() < MOST
        || leaveOutBelow(transaction, score(group));
  }

  private boolean leaveOutBelow(Queries transaction, int score) {
    for (AgendaItem item : weakestFirst) {
      String topic = item.topic().orElseThrow();
      if (scores.get(topic) >= score) {
        return false;
      }
      if (taken.containsKey(topic) && repository.leaveOut(transaction, item.id(), USUAL_MINUTES)) {
        taken.remove(topic);
        return true;
      }
    }
    return false;
  }
}
