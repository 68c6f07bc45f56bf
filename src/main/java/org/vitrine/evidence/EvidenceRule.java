package org.vitrine.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Report;
import org.vitrine.production.ReportRule;

/**
 * A report names evidence that is there: whoever sends it sends what it shows first. Whether a
 * photo is among it is said on the report, for what only a photo can show.
 */
record EvidenceRule(Evidence evidence) implements ReportRule {
  @Override
  public Report checked(Report report) {
    List<EvidenceHash> named = report.origin().evidence().stream().map(EvidenceHash::new).toList();
    if (named.isEmpty()) {
      return report;
    }
    Map<EvidenceHash, EvidenceFormat> kept = evidence.named(named);
    Set<EvidenceHash> missing = new HashSet<>(named);
    missing.removeAll(kept.keySet());
    missing.stream()
        .findFirst()
        .ifPresent(
            one -> {
              throw new Rejection.Invalid(
                  "evidence",
                  "There is no file “%s”: send it first, then the report".formatted(one));
            });
    return kept.containsValue(EvidenceFormat.PHOTO) ? report.pictured() : report;
  }
}
