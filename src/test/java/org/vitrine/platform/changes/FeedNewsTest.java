package org.vitrine.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.platform.changes.FeedNews.NewsOfKind;
import org.vitrine.platform.database.Queries;

class FeedNewsTest {
  private static final Standing AT_100 = new Standing(100, 100, false, 0, 0);

  private record Minding(Set<String> kinds, Set<String> passesOver) implements Subscriber {
    @Override
    public String name() {
      return "minding";
    }

    @Override
    public void hear(Queries transaction, List<Change> changes) {}
  }

  private static final Subscriber OF_ORDERS = new Minding(Set.of("order"), Set.of("forecast"));

  private static FeedNews news(NewsOfKind... kinds) {
    return new FeedNews(List.of(kinds), true);
  }

  @Test
  void what_it_minds_concerns_a_reader_from_where_it_stands() {
    assertThat(news(new NewsOfKind("order", "progressed", 100)).mayConcern(OF_ORDERS, AT_100))
        .isTrue();
    assertThat(news(new NewsOfKind("order", "progressed", 99)).mayConcern(OF_ORDERS, AT_100))
        .isFalse();
    assertThat(news(new NewsOfKind("company", "", 100)).mayConcern(OF_ORDERS, AT_100)).isFalse();
  }

  @Test
  void what_it_passes_over_does_not_concern_it_but_it_may_move_past_it() {
    FeedNews told = news(new NewsOfKind("order", "forecast", 120));

    assertThat(told.mayConcern(OF_ORDERS, AT_100)).isFalse();
    assertThat(told.goesBeyond(AT_100)).isTrue();
    assertThat(told.goesBeyond(new Standing(121, 121, false, 0, 0))).isFalse();
  }

  /** It was under way when the reader last looked, and may have been committed since. */
  @Test
  void what_was_under_way_where_it_stands_may_concern_it() {
    Standing behindSlowOnes = new Standing(90, 100, false, 0, 0);

    assertThat(
            news(new NewsOfKind("order", "progressed", 95)).mayConcern(OF_ORDERS, behindSlowOnes))
        .isTrue();
  }

  @Test
  void where_not_all_was_looked_at_everybody_may_be_concerned() {
    FeedNews part = new FeedNews(List.of(new NewsOfKind("company", "", 120)), false);

    assertThat(part.mayConcern(OF_ORDERS, AT_100)).isTrue();
    assertThat(part.goesBeyond(AT_100)).isTrue();
  }
}
