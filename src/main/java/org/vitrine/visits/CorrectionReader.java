package org.vitrine.visits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;

/**
 * Hears that a company says something otherwise, and tells the house: behind its wall it cannot.
 */
final class CorrectionReader implements Subscriber {
  private final VisitMails mails;
  private final VisitRepository repository = new VisitRepository();

  CorrectionReader(VisitMails mails) {
    this.mails = mails;
  }

  @Override
  public String name() {
    return "visits.corrections";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(VisitChange.KIND);
  }

  /** Of several lines that were corrected at once, one mail tells. */
  @Override
  public void hear(Queries transaction, List<Change> changes) {
    Map<VisitNumber, String> corrected = new LinkedHashMap<>();
    changes.stream()
        .filter(VisitChange::isCorrection)
        .forEach(
            change ->
                corrected.put(
                    new VisitNumber(Long.parseLong(change.key())),
                    change.body().path("by").asText()));
    repository
        .find(transaction, corrected.keySet(), Optional.empty())
        .forEach(visit -> mails.corrected(transaction, visit, corrected.get(visit.number())));
  }
}
