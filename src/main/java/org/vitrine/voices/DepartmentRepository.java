package org.vitrine.voices;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Departments in PostgreSQL. */
final class DepartmentRepository {
  private static final String LIST =
      """
      SELECT code, name::text AS name, head, members, calendar, stages, fallback
        FROM department
       ORDER BY code""";

  private static final String SAVE =
      """
      INSERT INTO department (code, name, head, members, calendar, stages, fallback, saved_by, saved_at)
      VALUES ($1, $2::text::jsonb, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (code) DO UPDATE
        SET name = excluded.name, head = excluded.head, members = excluded.members, calendar = excluded.calendar,
            stages = excluded.stages, fallback = excluded.fallback, saved_by = excluded.saved_by,
            saved_at = excluded.saved_at""";

  private static final String REMOVE =
      """
      DELETE FROM department
       WHERE code = $1""";

  List<Department> list(Queries queries) {
    return queries.find("department.list", LIST, DepartmentRepository::toDepartment);
  }

  void save(Queries transaction, Department department, String actor, Instant now) {
    transaction.execute(
        "department.save",
        SAVE,
        department.code(),
        Json.text(department.name()),
        department.head().orElse(null),
        department.members().toArray(Long[]::new),
        department.calendar(),
        department.stages().toArray(String[]::new),
        department.fallback(),
        actor,
        Sql.utc(now));
  }

  void remove(Queries transaction, String code) {
    transaction.execute("department.remove", REMOVE, code);
  }

  private static Department toDepartment(Row row) {
    return new Department(
        row.getString("code"),
        LocalizedText.stored(row.getString("name")),
        Optional.ofNullable(row.getLong("head")),
        List.of(row.getArrayOfLongs("members")),
        row.getString("calendar"),
        List.of(row.getArrayOfStrings("stages")),
        row.getBoolean("fallback"));
  }
}
