package org.vitrine;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.vitrine.accounts.Access;
import org.vitrine.accounts.Companies;
import org.vitrine.accounts.CompanyRoutes;
import org.vitrine.accounts.Gates;
import org.vitrine.accounts.SessionRoutes;
import org.vitrine.intake.Doors;
import org.vitrine.intake.Intake;
import org.vitrine.orders.Bell;
import org.vitrine.orders.OrderRoutes;
import org.vitrine.orders.Orders;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.config.Settings;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.DatabaseUrl;
import org.vitrine.platform.database.EmbeddedDatabase;
import org.vitrine.platform.database.Migrations;
import org.vitrine.platform.web.StaticFiles;
import org.vitrine.platform.web.WebServer;
import org.vitrine.production.Dossiers;
import org.vitrine.production.ReportRoutes;
import org.vitrine.production.Reports;
import org.vitrine.production.RoutingRoutes;
import org.vitrine.production.Routings;

/** The composition root: every part is made here, by plain {@code new}, and closed in reverse. */
public final class Vitrine implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  private final Settings settings;
  private final Optional<EmbeddedDatabase> embedded;
  private final Vertx vertx;
  private final Database database;
  private final Access access;
  private final Companies companies;
  private final Routings routings;
  private final Orders orders;
  private final Reports reports;
  private final Dossiers dossiers;
  private final Intake intake;
  private final Bell bell = new Bell();
  private final Clock clock;
  private WebServer server;

  private Vitrine(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.embedded =
        settings.databaseUrl().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedDatabase.open(settings.data()));
    String url = settings.databaseUrl().orElseGet(() -> embedded.orElseThrow().url());
    migrate(url);
    this.vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    this.database = new Database(vertx, url, CONNECTIONS);
    this.access = new Access(database, clock);
    this.companies = new Companies(database, clock);
    this.routings = new Routings(database, bell, clock);
    this.orders = new Orders(database, companies, routings, bell, clock);
    this.reports = new Reports(database, bell, clock);
    this.dossiers = new Dossiers(database);
    this.intake = new Intake(database, new Doors(companies, routings, orders, reports), clock);
  }

  /**
   * Opens the database, brings its schema up to date and makes the features; serves nothing yet.
   */
  public static Vitrine open(Settings settings, Clock clock) {
    return new Vitrine(settings, clock);
  }

  private static void migrate(String url) {
    try {
      new Migrations(url).run();
    } catch (FlywayException e) {
      throw new StartFailed(
          "The database at %s cannot be used: %s"
              .formatted(
                  DatabaseUrl.parse(url).place(), e.getMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  /** Starts to serve; returns the port. */
  public int serve() {
    URI publicUrl = settings.publicUrl().orElse(null);
    Gates gates = new Gates(access, publicUrl);
    server =
        new WebServer(
            vertx,
            List.of(
                new SessionRoutes(access, companies, gates, settings.manufacturer()),
                new CompanyRoutes(companies, gates),
                new RoutingRoutes(routings, gates),
                new OrderRoutes(orders, gates),
                new ReportRoutes(reports, gates)),
            new StaticFiles(),
            publicUrl);
    return server.start(settings.port(), Runtime.getRuntime().availableProcessors());
  }

  public Settings settings() {
    return settings;
  }

  public Database database() {
    return database;
  }

  public Access access() {
    return access;
  }

  public Companies companies() {
    return companies;
  }

  public Routings routings() {
    return routings;
  }

  public Orders orders() {
    return orders;
  }

  public Reports reports() {
    return reports;
  }

  public Dossiers dossiers() {
    return dossiers;
  }

  public Intake intake() {
    return intake;
  }

  public Clock clock() {
    return clock;
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop();
    }
    database.close();
    vertx.close().await();
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
