package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.ActionSource;
import org.vitrine.actions.Actions;
import org.vitrine.actions.NewAction;
import org.vitrine.companies.Company;
import org.vitrine.demo.ActionScript.ScriptedAction;
import org.vitrine.demo.ActionScript.ScriptedWord;
import org.vitrine.platform.database.Queries;

/**
 * Tells what people of the demo plant do because customers said so, each thing at its own time. It
 * does so once: where there is any of it, it was done.
 */
final class ActionTeller {
  private static final String SOURCE = "talk";

  private final TellerGround ground;
  private final Actions actions;

  ActionTeller(TellerGround ground) {
    this.ground = ground;
    this.actions = ground.rooms().actions();
  }

  void tellOnce() {
    if (!actions.of(ground.database(), SOURCE, 1).isEmpty()) {
      return;
    }
    List<ScriptedAction> all = ActionScript.read().actions();
    try {
      for (int at = 0; at < all.size(); at++) {
        tell(all.get(at), at + 1);
      }
    } finally {
      ground.clock().showReal();
    }
  }

  private void tell(ScriptedAction action, int source) {
    Instant now = ground.clock().real();
    Caller.SignedIn owner = ground.people().get(action.owner());
    ground.clock().showPast(now.minus(Duration.ofDays(action.madeDaysAgo())));
    NewAction wanted = wanted(action, source, owner, now);
    ActionNumber number =
        ground
            .database()
            .inTransaction(
                transaction -> actions.raise(transaction, wanted, Actor.system("Demo plant")));
    Optional.ofNullable(action.done())
        .ifPresent(
            said ->
                later(
                    said,
                    now,
                    transaction -> actions.done(transaction, number, said.text(), actor(owner))));
    Optional.ofNullable(action.worked())
        .ifPresent(
            said -> {
              Caller.SignedIn by = ground.people().get(said.by());
              later(
                  said,
                  now,
                  transaction ->
                      actions.answer(
                          transaction,
                          number,
                          by.company().orElseThrow(),
                          true,
                          Optional.of(said.text()),
                          actor(by)));
            });
  }

  private NewAction wanted(ScriptedAction action, int source, Caller.SignedIn owner, Instant now) {
    return new NewAction(
        action.text(),
        owner.id(),
        LocalDate.ofInstant(now, ground.zone()).minusDays(action.dueDaysAgo()),
        Optional.of(new ActionSource(SOURCE, source, action.label())),
        ground.rooms().companies().requireAll(action.companies()).stream()
            .map(Company::id)
            .collect(Collectors.toSet()));
  }

  private void later(ScriptedWord said, Instant now, Consumer<Queries> deed) {
    ground.clock().showPast(now.minus(Duration.ofDays(said.daysAgo())));
    ground
        .database()
        .inTransaction(
            transaction -> {
              deed.accept(transaction);
              return null;
            });
  }

  private static Actor actor(Caller.SignedIn person) {
    return Actor.person(person.id(), person.name(), Sessions.From.NOWHERE);
  }
}
