package org.vitrine.servicereviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.actions.Action;
import org.vitrine.actions.Action.ActionClosing;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.ActionState;
import org.vitrine.actions.Actions;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.servicereviews.ServiceReview.ReviewCorrection;
import org.vitrine.servicereviews.ServiceReview.ReviewHand;

/** Reviews as they are read. */
final class ServiceReviewReader {
  private static final int MOST_LISTED = 40;

  private final Database database;
  private final Actions actions;
  private final ServiceFactReader facts;
  private final ZoneId zone;
  private final ServiceReviewRepository repository = new ServiceReviewRepository();

  ServiceReviewReader(Database database, Actions actions, ServiceFactReader facts, ZoneId zone) {
    this.database = database;
    this.actions = actions;
    this.facts = facts;
    this.zone = zone;
  }

  /** How far a review is. */
  enum ReviewStanding {
    /** The quarter is over, and nobody has begun. */
    @JsonProperty("due")
    DUE,
    @JsonProperty("begun")
    BEGUN,
    @JsonProperty("signed")
    SIGNED
  }

  /** A quarter in the list. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ListedReview(ServiceQuarter quarter, ReviewStanding state, Optional<ReviewHand> signed) {
    static ListedReview of(ServiceQuarter quarter, Optional<ServiceReview> review) {
      return new ListedReview(quarter, standing(review), review.flatMap(ServiceReview::signed));
    }
  }

  private static ReviewStanding standing(Optional<ServiceReview> review) {
    return review
        .map(one -> one.signed().isPresent() ? ReviewStanding.SIGNED : ReviewStanding.BEGUN)
        .orElse(ReviewStanding.DUE);
  }

  /** Every quarter that is over since there were customers, the newest first. */
  List<ListedReview> all(LocalDate today) {
    Map<ServiceQuarter, ServiceReview> reviews =
        repository.all(database, MOST_LISTED).stream()
            .collect(Collectors.toMap(ServiceReview::quarter, Function.identity()));
    Map<ServiceQuarter, ListedReview> all = new TreeMap<>();
    reviews.forEach(
        (quarter, review) -> all.put(quarter, ListedReview.of(quarter, Optional.of(review))));
    repository
        .firstDay(database, zone)
        .ifPresent(
            day -> {
              ServiceQuarter first = ServiceQuarter.of(day);
              ServiceQuarter at = ServiceQuarter.of(today).before();
              for (int step = 0; step < MOST_LISTED && at.compareTo(first) >= 0; step++) {
                all.putIfAbsent(at, ListedReview.of(at, Optional.empty()));
                at = at.before();
              }
            });
    return new ArrayList<>(all.values()).reversed().stream().limit(MOST_LISTED).toList();
  }

  /**
   * A review with what its quarter says.
   *
   * @param last the last day of the quarter
   * @param review absent where nobody has begun
   * @param facts as they are now, or as they were signed
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ServiceReviewPage(
      ServiceQuarter quarter,
      LocalDate last,
      ReviewStanding state,
      Optional<ServiceReview> review,
      List<ReviewCorrection> corrections,
      List<FollowingAction> actions,
      JsonNode facts) {}

  /** What somebody does because of it. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record FollowingAction(
      ActionNumber number,
      String text,
      String owner,
      LocalDate due,
      ActionState state,
      Optional<String> closing) {
    static FollowingAction of(Action action) {
      return new FollowingAction(
          action.number(),
          action.text(),
          action.owner().name(),
          action.due(),
          action.state(),
          action.closing().map(ActionClosing::text));
    }
  }

  ServiceReviewPage page(ServiceQuarter quarter, LocalDate today) {
    Optional<ServiceReview> review = repository.find(database, quarter);
    return new ServiceReviewPage(
        quarter,
        quarter.last(),
        standing(review),
        review,
        repository.corrections(database, quarter),
        actions.of(database, ServiceReviewDesk.SOURCE, quarter.number()).stream()
            .map(FollowingAction::of)
            .toList(),
        repository.facts(database, quarter).orElseGet(() -> Json.tree(facts.of(quarter, today))));
  }
}
