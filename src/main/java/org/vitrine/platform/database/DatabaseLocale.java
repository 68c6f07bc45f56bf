package org.vitrine.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Which letters a database knows. It is said when the database is made, and cannot be changed: with
 * the locale C, a Chinese character is no letter, and nothing that is alike is found among them.
 *
 * @param encoding as PostgreSQL calls it, such as UTF8
 * @param letters the locale that says what a letter is
 * @param knowsLetters whether letters beyond ASCII are any
 */
public record DatabaseLocale(String encoding, String letters, boolean knowsLetters) {
  /** PostgreSQL 17, section 23.1.4: Unicode as the server knows it, the same on every machine. */
  private static final String LOCALE = "C.UTF-8";

  /** Of the database that is asked. */
  static final String ASK =
      """
             pg_encoding_to_char(d.encoding) AS encoding,
             coalesce(d.datlocale || ' (' || d.datctype || ')', d.datctype) AS letters,
             d.datctype NOT IN ('C', 'POSIX') AND lower('Ä') = 'ä' AND '门' ~ '^[[:alpha:]]$' AS knows_letters""";

  static DatabaseLocale of(ResultSet row) throws SQLException {
    return new DatabaseLocale(
        row.getString("encoding"), row.getString("letters"), row.getBoolean("knows_letters"));
  }

  /** Lets a database of our own be made so, whatever the environment of this process says. */
  public static EmbeddedPostgres.Builder set(EmbeddedPostgres.Builder builder) {
    return builder
        .setLocaleConfig("encoding", "UTF8")
        .setLocaleConfig("locale", LOCALE)
        .setLocaleConfig("lc-ctype", LOCALE)
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", LOCALE);
  }

  public boolean isUnicode() {
    return encoding.equals("UTF8") && knowsLetters;
  }
}
