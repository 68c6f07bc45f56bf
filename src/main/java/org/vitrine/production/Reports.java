package org.vitrine.production;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.vitrine.orders.Bell;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.production.Ledger.Said;

/** The door for what the plant says. */
public final class Reports {
  private final Ledger ledger;
  private final Gathering gathering;

  public Reports(Database database, Dossiers dossiers, Bell bell, Clock clock) {
    this.ledger = new Ledger(database, dossiers.shelf(), bell, clock);
    this.gathering = new Gathering(ledger);
  }

  /** What became of one report of a batch. */
  public sealed interface Outcome {
    /** Its place in what was sent, counted from 0. */
    int index();

    /** Written; the order is at this version now. */
    record Taken(int index, String id, String order, long version) implements Outcome {}

    /** Said before, in the same words: nothing changed. */
    record Known(int index, String id, String order, long version) implements Outcome {}

    /** Not written, and nothing of it kept. */
    record Refused(int index, String id, String order, String field, String reason)
        implements Outcome {}
  }

  /**
   * Takes each report or refuses it, the others regardless. An element is a report, or the
   * rejection that reading it ended in; outcomes come in the order of what was sent.
   *
   * @param sender who is named where a report does not say by whom
   */
  public List<Outcome> take(List<Supplier<Report>> sent, String sender) {
    List<Outcome> outcomes = new ArrayList<>();
    List<Said> said = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      try {
        said.add(new Said(index, sent.get(index).get().checked().saidBy(sender)));
      } catch (Rejection.Invalid invalid) {
        outcomes.add(new Outcome.Refused(index, null, null, invalid.field(), invalid.getMessage()));
      }
    }
    outcomes.addAll(ledger.take(said).values());
    outcomes.sort(Comparator.comparingInt(Outcome::index));
    return outcomes;
  }

  /**
   * Takes one report, together with those that others send at the same moment; throws {@link
   * Rejection.Invalid} where it is refused. Its place in the outcome is 0.
   */
  public Outcome take(Report sent, String sender) {
    return switch (gathering.take(sent.checked().saidBy(sender))) {
      case Outcome.Taken taken -> new Outcome.Taken(0, taken.id(), taken.order(), taken.version());
      case Outcome.Known known -> new Outcome.Known(0, known.id(), known.order(), known.version());
      case Outcome.Refused refused ->
          throw new Rejection.Invalid(refused.field(), refused.reason());
    };
  }
}
