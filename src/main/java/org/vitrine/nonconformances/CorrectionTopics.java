package org.vitrine.nonconformances;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.actions.ActionChange;
import org.vitrine.actions.ActionChange.ActionStanding;
import org.vitrine.actions.ActionSource;
import org.vitrine.live.Topic;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Database;

/** What is done about a nonconformance, live, for staff. */
final class CorrectionTopics implements TopicSource<CorrectionTopics.CorrectionTopic> {
  /** Something was measured by which it is seen that an action worked. */
  static final String COUNTED = "nonconformance.counted";

  private static final String ONE = "corrections/";

  private final Database asking;
  private final Database pages;
  private final Corrections corrections;

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  CorrectionTopics(Database asking, Database pages, Corrections corrections) {
    this.asking = asking;
    this.pages = pages;
    this.corrections = corrections;
  }

  /** What is done about one. */
  record CorrectionTopic(NonconformanceNumber number) implements Topic {
    @Override
    public String name() {
      return ONE + number;
    }

    @Override
    public Optional<Long> company() {
      return Optional.empty();
    }

    @Override
    public Optional<String> subject() {
      return Optional.of(number.toString());
    }
  }

  @Override
  public boolean owns(String name) {
    return name.startsWith(ONE);
  }

  @Override
  public CorrectionTopic resolve(String name, Caller caller) {
    return Optional.of(name.substring(ONE.length()))
        .filter(number -> caller.may(Permission.RAISE_NONCONFORMANCES))
        .flatMap(NonconformanceNumber::of)
        .filter(number -> corrections.page(asking, number).isPresent())
        .map(CorrectionTopic::new)
        .orElseThrow(() -> TopicSource.nothing(name));
  }

  @Override
  public Collection<CorrectionTopic> touched(
      Collection<Change> changes, Collection<CorrectionTopic> watched) {
    Set<String> moved =
        changes.stream().flatMap(change -> moved(change).stream()).collect(Collectors.toSet());
    return watched.stream()
        .filter(topic -> moved.contains(topic.number().toString()))
        .collect(Collectors.toSet());
  }

  private static Optional<String> moved(Change change) {
    return switch (change.kind()) {
      case NonconformanceChange.KIND, COUNTED -> Optional.of(change.key());
      case ActionChange.KIND ->
          ActionStanding.of(change)
              .source()
              .filter(source -> source.kind().equals(NonconformanceActions.SOURCE))
              .map(ActionSource::number)
              .map(String::valueOf);
      default -> Optional.empty();
    };
  }

  @Override
  public Map<CorrectionTopic, TopicPage> read(Collection<CorrectionTopic> topics) {
    Map<CorrectionTopic, TopicPage> read = new HashMap<>();
    for (CorrectionTopic topic : topics) {
      corrections
          .page(pages, topic.number())
          .ifPresent(page -> read.put(topic, new TopicPage(page, 0)));
    }
    return read;
  }
}
