package org.vitrine.recalls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/** What other rooms, and open pages, hear of recalls. */
public final class RecallChange {
  /** What is told of a nonconformance was written, or told; the key is the nonconformance's. */
  static final String RECALL = "recall";

  /** Something happened to one company's notice; the key is the notice's. */
  public static final String NOTICE = "recall-notice";

  private static final String OF = "nonconformance";

  private RecallChange() {}

  static Change of(Recall recall) {
    return new Change(
        RECALL, recall.nonconformance().toString(), recall.version(), Optional.empty());
  }

  static Change of(RecallNotice notice) {
    return new Change(
        NOTICE,
        notice.id().text(),
        0,
        Optional.of(notice.company().value()),
        Json.tree(Map.of(OF, notice.nonconformance().value())));
  }

  static List<Change> ofAll(Recall recall, List<RecallNotice> notices) {
    List<Change> all = new ArrayList<>(List.of(of(recall)));
    notices.stream().map(RecallChange::of).forEach(all::add);
    return all;
  }

  /** Which nonconformance a change of either kind is about. */
  static long nonconformance(Change change) {
    return change.kind().equals(RECALL)
        ? Long.parseLong(change.key())
        : change.body().path(OF).asLong();
  }
}
