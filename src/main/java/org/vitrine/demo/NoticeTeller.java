package org.vitrine.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.Rooms;
import org.vitrine.access.Caller;
import org.vitrine.demo.NoticeScript.ScriptedReader;
import org.vitrine.notices.Choices;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;

/**
 * Chooses for some people of the demo plant how they are told. Whoever has chosen anything keeps
 * it, so that what a visitor sets outlives a restart.
 */
final class NoticeTeller {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeTeller.class);

  private final Rooms rooms;
  private final Choices choices;
  private final Plant plant;
  private final Map<String, Caller.SignedIn> people;

  /**
   * @param people who is who, by e-mail address
   */
  NoticeTeller(Rooms rooms, Plant plant, Map<String, Caller.SignedIn> people) {
    this.rooms = rooms;
    this.choices = rooms.choices();
    this.plant = plant;
    this.people = people;
  }

  void tellOnce(Instant now) {
    for (ScriptedReader reader : NoticeScript.read().readers()) {
      Caller.SignedIn person = people.get(reader.by());
      if (choices.of(person).areUsual()) {
        choose(person, reader, now);
      }
    }
  }

  private void choose(Caller.SignedIn person, ScriptedReader reader, Instant now) {
    choices.choose(person, reader.choices());
    List<Story> flying = plant.inFlight(company(person), now, now);
    if (flying.isEmpty()) {
      return; // With another seed a company may have nothing in flight.
    }
    reader
        .orders()
        .forEach(
            one -> choices.follow(person, order(person, story(flying, one.order())), one.mode()));
    reader.stages().forEach(one -> wish(person, story(flying, one.order()), one.stage()));
  }

  private String company(Caller.SignedIn person) {
    return person.company().flatMap(rooms.companies()::find).orElseThrow().code();
  }

  private static Story story(List<Story> flying, int order) {
    return flying.get(Math.floorMod(order, flying.size()));
  }

  private OrderId order(Caller.SignedIn person, Story story) {
    return choices.require(person, story.number());
  }

  private void wish(Caller.SignedIn person, Story story, String stage) {
    try {
      int line = story.lines().getFirst().number();
      choices.wish(person, order(person, story), Optional.of(line), stage);
    } catch (Rejection refused) {
      LOG.warn(
          "{} does not wait for {} of {}: {}",
          person.name(),
          stage,
          story.number(),
          refused.getMessage());
    }
  }
}
