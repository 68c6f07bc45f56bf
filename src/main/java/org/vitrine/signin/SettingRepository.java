package org.vitrine.signin;

import org.vitrine.platform.database.Queries;

/** Settings that are on or off, in PostgreSQL. */
final class SettingRepository {
  /** Held on to: while a sign-in goes by a setting, nobody changes it. */
  private static final String IS_ON =
      """
      SELECT value = 'true' AS is_on
        FROM setting
       WHERE name = $1
         FOR SHARE""";

  private static final String SET =
      """
      INSERT INTO setting (name, value)
      VALUES ($1, to_jsonb($2::boolean))
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      RETURNING coalesce(old.value = 'true', false) AS was_on""";

  boolean isOn(Queries queries, String name) {
    return queries
        .findOne("setting.is_on", IS_ON, row -> row.getBoolean("is_on"), name)
        .orElse(false);
  }

  /** Returns whether it was on. */
  boolean set(Queries queries, String name, boolean value) {
    return queries
        .findOne("setting.set", SET, row -> row.getBoolean("was_on"), name, value)
        .orElseThrow();
  }
}
