package org.vitrine.search;

import java.util.List;
import java.util.Set;
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
  public boolean hearsOnlyTheNewest() {
    return source.hearsOnlyTheNewest();
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    index.forget(transaction, source, source.gone(changes));
    index.readAnew(transaction, source, changes.stream().map(source::key).distinct().toList());
  }
}
