package org.vitrine.evidence;

import java.util.List;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Report;
import org.vitrine.production.ReportRule;

/** A report names evidence that is there: whoever sends it sends what it shows first. */
record EvidenceRule(Evidence evidence) implements ReportRule {
  @Override
  public Report checked(Report report) {
    List<EvidenceHash> named = report.origin().evidence().stream().map(EvidenceHash::new).toList();
    if (!named.isEmpty()) {
      evidence.missing(named).stream()
          .findFirst()
          .ifPresent(
              one -> {
                throw new Rejection.Invalid(
                    "evidence",
                    "There is no file “%s”: send it first, then the report".formatted(one));
              });
    }
    return report;
  }
}
