package org.vitrine.platform.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.postgresql.ds.PGSimpleDataSource;

/** {@code postgresql://user:password@host:port/database}, as libpq reads it. */
public record DatabaseUrl(String host, int port, String database, String user, String password) {

  /** Throws {@link IllegalArgumentException} with a sentence that says what is wrong. */
  public static DatabaseUrl parse(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Not a database URL (its value is not shown)");
    }
    if (uri.getScheme() == null || !uri.getScheme().matches("postgres(ql)?")) {
      throw new IllegalArgumentException(
          "A database URL must look like postgresql://user:password@host:5432/vitrine");
    }
    String[] login =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
    return new DatabaseUrl(
        uri.getHost() == null ? "localhost" : uri.getHost(),
        uri.getPort() < 0 ? 5432 : uri.getPort(),
        path.isEmpty() ? "vitrine" : decoded(path),
        login.length > 0 ? decoded(login[0]) : "postgres",
        login.length > 1 ? decoded(login[1]) : "");
  }

  /** Where it is, without the password: fit for a log. */
  public String place() {
    return host + ":" + port + "/" + database;
  }

  void applyTo(PGSimpleDataSource source) {
    source.setServerNames(new String[] {host});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(5);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }
}
