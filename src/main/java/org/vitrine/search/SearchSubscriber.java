package org.vitrine.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.feature.SearchSource;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;

/** Keeps what can be found of one source as it is, a moment after each change. */
final class SearchSubscriber implements Subscriber {
  private final SearchSource source;
  private final SearchIndex index;

  SearchSubscriber(SearchSource source, SearchIndex index) {
    this.source = source;
    this.index = index;
  }

  @Override
  public String name() {
    return "search." + source.kind();
  }

  @Override
  public Set<String> kinds() {
    return source.hears();
  }

  @Override
  public Set<String> passesOver() {
    return source.passesOver();
  }

  @Override
  public boolean hearsOnlyTheNewest() {
    return source.hearsOnlyTheNewest();
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    Map<Boolean, List<Change>> byEnd =
        changes.stream()
            .collect(Collectors.partitioningBy(change -> source.gone(change).isPresent()));
    index.readAnew(
        transaction, source, byEnd.get(false).stream().map(source::key).distinct().toList());
    index.forgetLeadingTo(
        transaction,
        source,
        byEnd.get(true).stream().flatMap(change -> source.gone(change).stream()).toList());
  }
}
