package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.CommitmentProfile.ProfileVersion;
import org.vitrine.voices.CommitmentTable.CommitmentRow;

/** The versions of what is promised in PostgreSQL. */
final class CommitmentProfileRepository {
  private static final String LATER =
      """
      SELECT version, targets::text AS targets, saved_by, saved_at
        FROM commitment_profile
       WHERE version > $1
       ORDER BY version""";

  private static final String SAVE =
      """
      INSERT INTO commitment_profile (version, targets, saved_by, saved_at)
      VALUES ($1, $2::text::jsonb, $3, $4)""";

  /** As it stands in the table. */
  private record StoredTargets(@JsonProperty List<CommitmentRow> targets) {}

  List<ProfileVersion> laterThan(Queries queries, int version) {
    return queries.find(
        "commitment_profile.later", LATER, CommitmentProfileRepository::toVersion, version);
  }

  void save(Queries transaction, int version, List<CommitmentRow> rows, String actor, Instant now) {
    transaction.execute(
        "commitment_profile.save",
        SAVE,
        version,
        Json.text(new StoredTargets(rows)),
        actor,
        Sql.utc(now));
  }

  private static ProfileVersion toVersion(Row row) {
    return new ProfileVersion(
        row.getInteger("version"),
        CommitmentTable.DEFAULT.with(
            Json.read(row.getString("targets"), StoredTargets.class).targets()),
        row.getOffsetDateTime("saved_at").toInstant(),
        row.getString("saved_by"));
  }
}
