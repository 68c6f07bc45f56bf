package org.vitrine.delays;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.vitrine.orders.DelayChange;
import org.vitrine.orders.DelayEntries;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * How every act on an offer is done: it is looked up behind the wall of whoever acts, held while
 * the house writes, and told in the same transaction.
 */
final class OfferWriter {
  final DelayEntries entries;
  private final Database database;
  private final Changes changes;
  private final Clock clock;
  private final OfferRepository repository = new OfferRepository();

  OfferWriter(Database database, Changes changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
    this.entries = new DelayEntries(changes, clock);
  }

  /** As they may see it, behind their wall. */
  DelayOffer require(OfferAudience audience, OfferId id) {
    return database
        .onBehalfOf(
            audience.company().map(company -> company.value()),
            queries -> repository.find(queries, id, audience.company()))
        .filter(offer -> audience.mayReach(offer.order().id()))
        .orElseThrow(OfferId::notHere);
  }

  void act(DelayOffer known, BiFunction<Queries, DelayOffer, Void> work) {
    database.inTransaction(
        transaction ->
            work.apply(
                transaction,
                repository
                    .lock(transaction, known.id(), Optional.of(known.order().company()))
                    .orElseThrow(OfferId::notHere)));
  }

  void settle(
      Queries transaction, DelayOffer offer, OfferState state, Optional<GivenAnswer> answer) {
    repository.settle(transaction, offer.id(), state, now(), answer);
  }

  void tell(Queries transaction, DelayOffer offer, String happened, Object said) {
    tell(transaction, offer, happened, said, List.of());
  }

  /**
   * @param people who has an email about it already
   */
  void tell(
      Queries transaction, DelayOffer offer, String happened, Object said, List<Long> people) {
    ObjectNode facts = Json.object();
    facts.set("said", Json.tree(said));
    if (!people.isEmpty()) {
      facts.set("people", Json.tree(people));
    }
    changes.record(
        transaction,
        List.of(
            new DelayChange(
                    DelayChange.OFFER,
                    offer.id().text(),
                    offer.order().company(),
                    offer.order().id(),
                    offer.order().number(),
                    offer.terms().lines(),
                    happened,
                    facts)
                .asChange()));
  }

  Instant now() {
    return Json.asRead(clock.instant());
  }
}
