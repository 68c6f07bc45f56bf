package org.vitrine.people;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.companies.Merges;
import org.vitrine.companies.Merges.Holdings;
import org.vitrine.companies.Merges.Merge;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** Two companies that are one, merged by somebody who has seen what moves; there is no way back. */
final class MergeDesk {
  private final Database database;
  private final Merges merges;
  private final Sessions sessions;
  private final Audit audit;

  MergeDesk(Database database, Merges merges, Sessions sessions, Audit audit) {
    this.database = database;
    this.merges = merges;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** What moves, or what has moved. */
  record MergeAnswer(Employer merged, Employer into, @JsonUnwrapped Holdings moves) {
    static MergeAnswer of(Merge merge, Holdings moves) {
      return new MergeAnswer(
          new Employer(merge.merged().code(), merge.merged().name()),
          new Employer(merge.receiving().code(), merge.receiving().name()),
          moves);
    }
  }

  MergeAnswer preview(String code, String into) {
    Merge wanted = merges.require(code, into);
    return MergeAnswer.of(wanted, merges.holdings(database, wanted.merged()));
  }

  /** The people of the one work for the other from now on: what they have open begins anew. */
  MergeAnswer merge(Caller by, Actor actor, String code, String into) {
    Merge wanted = merges.require(code, into);
    Holdings moved = database.inTransaction(transaction -> merge(transaction, by, actor, wanted));
    sessions.forgetCallers();
    return MergeAnswer.of(wanted, moved);
  }

  private Holdings merge(Queries transaction, Caller by, Actor actor, Merge wanted) {
    Holdings moved = merges.holdings(transaction, wanted.merged());
    merges.merge(transaction, wanted, by.actor());
    audit.record(
        transaction,
        actor,
        AuditAction.COMPANIES_MERGED,
        wanted.merged().code(),
        Optional.of(wanted.receiving().id()),
        detail(wanted, moved));
    sessions.changed(transaction);
    return moved;
  }

  private static Map<String, Object> detail(Merge wanted, Holdings moved) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("name", wanted.merged().name());
    detail.put("into", wanted.receiving().code());
    detail.put("people", moved.people());
    detail.put("orders", moved.orders());
    detail.put("voices", moved.voices());
    detail.put("meetings", moved.meetings());
    detail.put("links", moved.links());
    return detail;
  }
}
