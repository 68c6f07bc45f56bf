package org.vitrine.accounts.signin;

import org.vitrine.platform.database.Queries;

/** Settings that are on or off, in PostgreSQL. */
final class SettingRepository {
  private static final String IS_ON =
      """
      SELECT value = 'true' AS is_on
        FROM setting
       WHERE name = $1""";

  private static final String SET =
      """
      INSERT INTO setting (name, value)
      VALUES ($1, to_jsonb($2::boolean))
      ON CONFLICT (name) DO UPDATE SET value = excluded.value""";

  boolean isOn(Queries queries, String name) {
    return queries
        .findOne("setting.is_on", IS_ON, row -> row.getBoolean("is_on"), name)
        .orElse(false);
  }

  void set(Queries queries, String name, boolean value) {
    queries.execute("setting.set", SET, name, value);
  }
}
