package org.vitrine.people;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import org.vitrine.people.Colleagues.Colleague;
import org.vitrine.platform.database.Queries;

/** The staff in PostgreSQL. */
final class ColleagueRepository {
  private static final String BY_ID =
      """
      SELECT id, name, email, disabled_at IS NOT NULL AS disabled
        FROM person
       WHERE role NOT IN ('customer', 'distributor') AND id = ANY($1::bigint[])""";

  private static final String BY_EMAIL =
      """
      SELECT id, name, email, disabled_at IS NOT NULL AS disabled
        FROM person
       WHERE role NOT IN ('customer', 'distributor') AND lower(email) = ANY($1::text[])""";

  private static final String ACTIVE =
      """
      SELECT id, name, email, false AS disabled
        FROM person
       WHERE role NOT IN ('customer', 'distributor') AND disabled_at IS NULL
       ORDER BY name, id
       LIMIT $1""";

  List<Colleague> active(Queries queries, int most) {
    return queries.find("colleague.active", ACTIVE, ColleagueRepository::toColleague, most);
  }

  List<Colleague> byId(Queries queries, Collection<Long> ids) {
    return queries.find(
        "colleague.by_id",
        BY_ID,
        ColleagueRepository::toColleague,
        (Object) ids.toArray(Long[]::new));
  }

  /**
   * @param emails in small letters
   */
  List<Colleague> byEmail(Queries queries, Collection<String> emails) {
    return queries.find(
        "colleague.by_email",
        BY_EMAIL,
        ColleagueRepository::toColleague,
        (Object) emails.toArray(String[]::new));
  }

  private static Colleague toColleague(Row row) {
    return new Colleague(
        row.getLong("id"),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("disabled"));
  }
}
