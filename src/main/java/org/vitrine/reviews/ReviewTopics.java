package org.vitrine.reviews;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;

/** Reviews, live: for staff how it stands, for those who take part what became of their own. */
final class ReviewTopics implements TopicSource<ReviewTopic> {
  static final String ONE = "reviews/";

  private final Reviews reviews;
  private final ReviewReader reading;

  /**
   * @param reading over connections of their own
   */
  ReviewTopics(Reviews reviews, ReviewReader reading) {
    this.reviews = reviews;
    this.reading = reading;
  }

  @Override
  public boolean owns(String name) {
    return name.startsWith(ONE);
  }

  @Override
  public ReviewTopic resolve(String name, Caller caller) {
    if (!caller.may(Permission.READ_REVIEWS)) {
      throw TopicSource.nothing(name);
    }
    ReviewNumber number =
        number(name.substring(ONE.length())).orElseThrow(() -> TopicSource.nothing(name));
    Optional<Participant> by = Participant.of(caller);
    try {
      reviews.require(by, number);
    } catch (Rejection.NotFound notTheirs) {
      throw TopicSource.nothing(name);
    }
    return new ReviewTopic(number, by);
  }

  /** Nothing where the text is no number as we write them. */
  static Optional<ReviewNumber> number(String text) {
    return text.matches("[1-9][0-9]{0,14}")
        ? Optional.of(new ReviewNumber(Long.parseLong(text)))
        : Optional.empty();
  }

  @Override
  public Collection<ReviewTopic> touched(
      Collection<Change> changes, Collection<ReviewTopic> watched) {
    Set<String> touched =
        changes.stream()
            .filter(change -> change.kind().equals(ReviewChange.KIND))
            .map(Change::key)
            .collect(Collectors.toSet());
    return watched.stream().filter(topic -> touched.contains(topic.number().toString())).toList();
  }

  @Override
  public Map<ReviewTopic, TopicPage> read(Collection<ReviewTopic> topics) {
    Map<ReviewTopic, TopicPage> pages = new HashMap<>();
    for (ReviewTopic topic : topics) {
      reading
          .page(topic.number(), topic.by())
          .ifPresent(page -> pages.put(topic, new TopicPage(page, 0)));
    }
    return pages;
  }
}
