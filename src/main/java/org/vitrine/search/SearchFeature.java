package org.vitrine.search;

import java.time.Clock;
import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.feature.SearchSource;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;

/** Finding anything that the other features say can be found. */
public final class SearchFeature {
  private SearchFeature() {}

  /**
   * @param sources of all the other features
   */
  public static Feature of(
      Database database, List<SearchSource> sources, Changes changes, Guards guards, Clock clock) {
    Search search = new Search(database, sources, clock);
    SearchIndex index = new SearchIndex();
    SearchFilling filling = new SearchFilling(database, sources, index, clock);
    changes.onForget(filling::forget);
    return Feature.named("search")
        .answering(new SearchRoutes(search, guards))
        .extendingEveryPage("search/pages/on-bar.js")
        .hearing(
            sources.stream()
                .map(source -> new SearchSubscriber(source, index))
                .toArray(Subscriber[]::new))
        .hearing(new MergedCompanies(filling))
        .doing(filling.chore())
        .forgetting(List.of(search::addSweeps));
  }
}
