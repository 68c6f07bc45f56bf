package org.vitrine.epcis;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;

/**
 * Does what was asked for by a document: once, whatever node it was sent to, and dies meanwhile.
 */
final class CaptureSubscriber implements Subscriber {
  /** The key of such a change is the id of the job. */
  static final String KIND = "epcis.capture";

  private final EventKeeper keeper;
  private final Clock clock;
  private final CaptureRepository captures = new CaptureRepository();

  CaptureSubscriber(EventKeeper keeper, Clock clock) {
    this.keeper = keeper;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "epcis.captures";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public void hear(Queries transaction, List<Change> heard) {
    for (Change change : heard) {
      captures
          .lock(transaction, change.key())
          .ifPresent(
              open ->
                  captures.finish(
                      transaction,
                      change.key(),
                      keeper.keep(transaction, open.document(), open.proceeds()),
                      clock.instant()));
    }
  }
}
