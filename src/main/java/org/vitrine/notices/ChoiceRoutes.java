package org.vitrine.notices;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.notices.OrderFollowing.FollowMode;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.tracking.TrackingRoutes;

/** How somebody wants to be told, and what is usual, over HTTP. */
final class ChoiceRoutes implements Routes {
  private static final String STAGE = "stage";
  private static final int MOST_LINES = 100_000;

  private final Choices choices;
  private final Guards guards;

  ChoiceRoutes(Choices choices, Guards guards) {
    this.choices = choices;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard everybody = guards.may(Permission.KEEP_NOTICES);
    Endpoint.Guard administrators = guards.may(Permission.SET_NOTICES);
    return List.of(
        Routes.get("/api/notices/choices", everybody, this::show),
        Routes.put("/api/notices/choices", everybody, this::choose),
        Routes.get("/api/notices/rhythm", administrators, this::rhythm),
        Routes.put("/api/notices/rhythm", administrators, this::set),
        Routes.get("/api/orders/:number/following", everybody, this::following),
        Routes.put("/api/orders/:number/following", everybody, this::follow),
        Routes.delete("/api/orders/:number/following", everybody, this::unfollow));
  }

  /** What administrators set. */
  record SetRhythm(List<Rhythm.Beat> rhythm) {
    SetRhythm {
      if (rhythm == null) {
        throw new Rejection.Invalid("rhythm", "Missing");
      }
    }
  }

  /** What is usual, for everybody. */
  record ShownRhythm(List<Rhythm.Beat> rhythm) {}

  /**
   * How an order is to be followed.
   *
   * @param mode {@code follow}, {@code mute}, or {@code stage} to be told when one is done
   * @param line of the stage; may be absent where the order has one line
   */
  record Follow(String mode, Optional<Integer> line, Optional<String> stage) {}

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(choices.of(exchange.caller(Caller.SignedIn.class)));
  }

  private void choose(Exchange exchange) {
    NoticeChoices wanted = exchange.body(NoticeChoices.class);
    exchange.reply(choices.choose(exchange.caller(Caller.SignedIn.class), wanted));
  }

  private void rhythm(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(new ShownRhythm(choices.rhythm().beats()));
  }

  private void set(Exchange exchange) {
    SetRhythm wanted = exchange.body(SetRhythm.class);
    exchange.reply(new ShownRhythm(choices.set(wanted.rhythm(), guards.actor(exchange)).beats()));
  }

  private void following(Exchange exchange) {
    exchange.onlyQueries();
    Caller.SignedIn person = caller(exchange);
    OrderNumber number = number(exchange);
    exchange.reply(choices.following(person, choices.require(person, number), number));
  }

  private void follow(Exchange exchange) {
    Follow wanted = exchange.body(Follow.class);
    Caller.SignedIn person = caller(exchange);
    OrderNumber number = number(exchange);
    OrderId order = choices.require(person, number);
    if (STAGE.equals(wanted.mode())) {
      String stage =
          wanted.stage().orElseThrow(() -> new Rejection.Invalid(STAGE, "Say which stage"));
      choices.wish(person, order, wanted.line(), stage);
    } else {
      refuseStage(wanted);
      choices.follow(person, order, mode(wanted.mode()));
    }
    exchange.reply(choices.following(person, order, number));
  }

  private static void refuseStage(Follow wanted) {
    if (wanted.stage().isPresent() || wanted.line().isPresent()) {
      throw new Rejection.Invalid(
          wanted.stage().isPresent() ? STAGE : "line", "Goes with the mode “stage” only");
    }
  }

  private static FollowMode mode(String code) {
    for (FollowMode mode : FollowMode.values()) {
      if (mode.code().equals(code)) {
        return mode;
      }
    }
    throw new Rejection.Invalid(
        "mode",
        code == null
            ? "Missing: must be follow, mute or stage"
            : "“%s” is not one of: follow, mute, stage".formatted(Excerpt.of(code)));
  }

  /** Of one stage, or of the whole order. */
  private void unfollow(Exchange exchange) {
    exchange.onlyQueries("line", STAGE);
    Caller.SignedIn person = caller(exchange);
    OrderId order = choices.require(person, number(exchange));
    Optional<Integer> line = exchange.number("line", MOST_LINES).map(Long::intValue);
    Optional<String> stage = exchange.query(STAGE);
    if (stage.isPresent()) {
      choices.unwish(person, order, line, stage.get());
    } else {
      choices.unfollow(person, order);
    }
    exchange.replyEmpty();
  }

  /** Whoever sees no order follows none. */
  private static Caller.SignedIn caller(Exchange exchange) {
    Caller.SignedIn person = exchange.caller(Caller.SignedIn.class);
    TrackingRoutes.companyOf(person);
    return person;
  }

  private static OrderNumber number(Exchange exchange) {
    try {
      return new OrderNumber(exchange.path("number"));
    } catch (Rejection.Invalid noNumber) {
      throw new Rejection.NotFound("There is no such order");
    }
  }
}
