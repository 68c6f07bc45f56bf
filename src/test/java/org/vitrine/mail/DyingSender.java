package org.vitrine.mail;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vitrine.platform.database.Database;

/** Sends what waits, and stops for ever once a mail was taken: to be killed there. */
final class DyingSender {
  static final String TAKEN = "taken";

  private DyingSender() {}

  public static void main(String[] args) {
    Database database = new Database(Vertx.vertx(), args[0], 1, DyingSender::stop);
    database.answersWithin(Duration.ofSeconds(60));
    new MailSender(database, Optional.of(server(MailUrl.parse(args[1]))), Clock.systemUTC())
        .round(MailLane.OWED);
  }

  static MailServer server(MailUrl url) {
    return new MailServer(new MailSettings(url, new MailAddress("orders@works.example")), "Works");
  }

  private static String stop(String sql) {
    if (sql.contains("SET sent_at")) {
      System.out.println(TAKEN);
      while (true) {
        try {
          Thread.sleep(Duration.ofDays(1));
        } catch (InterruptedException goOn) {
          // It waits to be killed.
        }
      }
    }
    return sql;
  }
}
