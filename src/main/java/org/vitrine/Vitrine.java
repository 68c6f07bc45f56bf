package org.vitrine;

import io.micrometer.core.instrument.FunctionCounter;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vitrine.accounts.Access;
import org.vitrine.accounts.Audit;
import org.vitrine.accounts.AuditRoutes;
import org.vitrine.accounts.Companies;
import org.vitrine.accounts.CompanyRoutes;
import org.vitrine.accounts.Gates;
import org.vitrine.accounts.KeyRoutes;
import org.vitrine.accounts.Keys;
import org.vitrine.accounts.LostRights;
import org.vitrine.accounts.OwnSessions;
import org.vitrine.accounts.People;
import org.vitrine.accounts.PeopleRoutes;
import org.vitrine.accounts.Role;
import org.vitrine.accounts.Scope;
import org.vitrine.accounts.SessionRoutes;
import org.vitrine.accounts.Token;
import org.vitrine.accounts.signin.SignIn;
import org.vitrine.intake.Doors;
import org.vitrine.intake.Intake;
import org.vitrine.notices.Courier;
import org.vitrine.notices.MailRoutes;
import org.vitrine.notices.Outbox;
import org.vitrine.notices.Wordings;
import org.vitrine.orders.Bell;
import org.vitrine.orders.OrderRoutes;
import org.vitrine.orders.Orders;
import org.vitrine.platform.config.Settings;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Doorbell;
import org.vitrine.platform.health.HealthRoutes;
import org.vitrine.platform.health.Meters;
import org.vitrine.platform.mail.MailServer;
import org.vitrine.platform.mail.MailSettings;
import org.vitrine.platform.openid.OpenIdProvider;
import org.vitrine.platform.web.DescriptionRoutes;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.platform.web.StaticFiles;
import org.vitrine.platform.web.VirtualThreads;
import org.vitrine.platform.web.WebServer;
import org.vitrine.production.Dossiers;
import org.vitrine.production.ReportRoutes;
import org.vitrine.production.Reports;
import org.vitrine.production.RoutingRoutes;
import org.vitrine.production.Routings;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.GlassRequests;
import org.vitrine.tracking.GlassRoutes;
import org.vitrine.tracking.Standings;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.TrackingRoutes;
import org.vitrine.tracking.live.Live;
import org.vitrine.tracking.live.LiveRoutes;
import org.vitrine.tracking.live.Topics;

/** The composition root: every part is made here, by plain {@code new}, and closed in reverse. */
public final class Vitrine implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  /** Open pages move on even while all other connections are taken, or lead nowhere. */
  private static final int PAGES_CONNECTIONS = 2;

  /** What open pages ask takes milliseconds: after so long, the connection is dead. */
  private static final Duration PAGES_WAIT = Duration.ofSeconds(4);

  /** The first connection of a process may take longer than a request should wait for one. */
  private static final Duration COLD_START = Duration.ofSeconds(30);

  private static final Duration SWEEP = Duration.ofMinutes(10);

  private final Installation installation;
  private final Settings settings;
  private final Vertx vertx;
  private final Database database;
  private final Database pagesDatabase;
  private final Access access;
  private final Audit audit;
  private final Keys keys;
  private final People people;
  private final Outbox outbox;
  private final Courier courier;
  private final SignIn signIn;
  private final Companies companies;
  private final Routings routings;
  private final Orders orders;
  private final Reports reports;
  private final Dossiers dossiers;
  private final Intake intake;
  private final Meters meters = new Meters();
  private final Bell bell = new Bell();
  private final LostRights lostRights = new LostRights();
  private final Tracking tracking;
  private final GlassLinks links;
  private final Standings standings;
  private final Live live;
  private final Doorbell doorbell;
  private final Clock clock;
  private WebServer server;
  private boolean closed;

  private Vitrine(Installation installation, Clock clock, UnaryOperator<String> wording) {
    this.installation = installation;
    this.settings = installation.settings();
    this.clock = clock;
    this.vertx = meters.vertx(new VertxOptions().setPreferNativeTransport(true));
    this.database = new Database(vertx, installation.databaseUrl(), CONNECTIONS, wording);
    database.answersWithin(COLD_START);
    this.audit = new Audit(database, clock);
    this.keys = new Keys(database, audit, lostRights, clock);
    this.access = new Access(database, keys, audit, clock);
    this.outbox =
        new Outbox(
            database,
            new Wordings(this::address, settings.manufacturer()),
            settings.mail().isPresent(),
            clock);
    this.courier = new Courier(database, settings.mail().map(this::mailServer), clock);
    this.signIn = new SignIn(database, access, outbox, audit, settings.manufacturer(), clock);
    this.people = new People(database, access, outbox, audit, lostRights, clock);
    this.companies = new Companies(database, clock);
    this.routings = new Routings(database, bell, clock);
    this.orders = new Orders(database, companies, routings, bell, clock);
    this.dossiers = new Dossiers(database);
    this.reports = new Reports(database, dossiers, bell, clock);
    this.intake = new Intake(database, new Doors(companies, routings, orders, reports), clock);
    this.tracking = new Tracking(database, dossiers, bell, settings.zone());
    this.links = new GlassLinks(database, access, audit, clock);
    lostRights.onLoss(links);
    this.standings = new Standings(tracking);
    this.pagesDatabase = database.apart("pages", PAGES_CONNECTIONS, PAGES_WAIT);
    this.live =
        new Live(
            vertx,
            pagesDatabase,
            tracking.over(pagesDatabase),
            new Topics(tracking, links),
            standings,
            access,
            bell,
            meters.registry(),
            () -> VirtualThreads.run(database::reconnect));
    this.doorbell = new Doorbell(vertx, database, live::wake, live::startOver);
    bell.onRing(changed -> doorbell.ring());
  }

  /**
   * Opens the database, brings its schema up to date and makes the features; serves nothing yet.
   */
  public static Vitrine open(Settings settings, Clock clock) {
    return open(settings, clock, UnaryOperator.identity());
  }

  /** The same with the text of its queries changed, for tests. */
  static Vitrine open(Settings settings, Clock clock, UnaryOperator<String> wording) {
    Installation installation = Installation.open(settings);
    try {
      return new Vitrine(installation, clock, wording);
    } catch (RuntimeException | Error fault) {
      installation.close();
      throw fault;
    }
  }

  /** Starts to serve; returns the port. */
  public int serve() {
    installation.requireOwnDatabase();
    URI publicUrl = settings.publicUrl().orElse(null);
    Gates gates = new Gates(access, publicUrl);
    Idempotency idempotency =
        new Idempotency(database, clock, exchange -> gates.credential(exchange).map(Token::text));
    SessionRoutes sessions =
        new SessionRoutes(
            access,
            new OwnSessions(database, access, audit),
            people,
            companies,
            gates,
            settings.manufacturer());
    List<Routes> routes = new ArrayList<>(signInRoutes(sessions, gates, publicUrl));
    routes.addAll(
        List.of(
            // The router asks one after the other: what is wanted most often comes first.
            new LiveRoutes(live, gates),
            new ReportRoutes(reports, gates),
            new TrackingRoutes(tracking, gates, clock, settings.zone()),
            new DescriptionRoutes(),
            new HealthRoutes(
                database, live::trouble, meters, gates.programsFor(Scope.READ, Role.ADMINISTRATOR)),
            sessions,
            new MailRoutes(outbox, gates),
            new PeopleRoutes(people, companies, gates),
            new KeyRoutes(keys, access, gates, idempotency),
            new AuditRoutes(audit, gates),
            new CompanyRoutes(companies, gates),
            new RoutingRoutes(routings, gates),
            new OrderRoutes(orders, gates),
            new GlassRoutes(
                tracking,
                links,
                new GlassRequests(database, outbox, audit, clock),
                gates,
                idempotency,
                this::address)));
    server = new WebServer(vertx, routes, new StaticFiles(), publicUrl, settings.proxies());
    database.warmUp();
    FunctionCounter.builder("vitrine.http.from.memory", server, WebServer::answeredFromMemory)
        .register(meters.registry());
    courier.start();
    vertx.setPeriodic(SWEEP.toMillis(), timer -> VirtualThreads.run(this::sweep));
    standings.start();
    live.start();
    doorbell.start();
    int port = server.start(settings.port(), Runtime.getRuntime().availableProcessors());
    installation.servesAt(port);
    return port;
  }

  private List<Routes> signInRoutes(SessionRoutes sessions, Gates gates, URI publicUrl) {
    Optional<SignIn.Provider> provider =
        settings
            .openId()
            .map(
                found ->
                    new SignIn.Provider(found.name(), new OpenIdProvider(vertx, found, clock)));
    return signIn.routes(sessions, gates, outbox.isMailed(), provider, publicUrl, this::address);
  }

  private MailServer mailServer(MailSettings mail) {
    return new MailServer(vertx, mail.server(), mail.from(), settings.manufacturer());
  }

  /** Forgets what has run out. */
  private void sweep() {
    signIn.sweep();
    access.sweep();
    audit.sweep(settings.auditDays());
  }

  /** What it serves, for those who compare it with what is said of it. */
  public List<Endpoint> endpoints() {
    return server.endpoints();
  }

  /**
   * Where people reach it, for links: where it serves, or where the one serves whose data this is.
   */
  public URI address() {
    return installation.address();
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

  public People people() {
    return people;
  }

  public Keys keys() {
    return keys;
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

  public Tracking tracking() {
    return tracking;
  }

  public GlassLinks links() {
    return links;
  }

  public Clock clock() {
    return clock;
  }

  /** Finishes what has begun, then closes everything; once, however often it is called. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (server != null) {
        live.drain(settings.drain());
        live.close();
        standings.close();
        doorbell.close();
        server.stop();
        courier.close();
      }
      pagesDatabase.close();
      database.close();
      vertx.close().await();
      meters.close();
    } finally {
      installation.close();
    }
  }
}
