package org.vitrine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vitrine.access.Audit;
import org.vitrine.access.Guards;
import org.vitrine.access.Keys;
import org.vitrine.access.OwnSessions;
import org.vitrine.access.Permission;
import org.vitrine.access.Revocations;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.companies.Companies;
import org.vitrine.intake.Intake;
import org.vitrine.intake.Targets;
import org.vitrine.live.Live;
import org.vitrine.live.LiveRoutes;
import org.vitrine.mail.MailQueue;
import org.vitrine.mail.MailSender;
import org.vitrine.mail.MailServer;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailTemplates;
import org.vitrine.mail.Mailer;
import org.vitrine.orders.CompanyChangesReader;
import org.vitrine.orders.OrderRoutes;
import org.vitrine.orders.Orders;
import org.vitrine.people.AuditRoutes;
import org.vitrine.people.CompanyRoutes;
import org.vitrine.people.KeyRoutes;
import org.vitrine.people.MailRoutes;
import org.vitrine.people.People;
import org.vitrine.people.PeopleRoutes;
import org.vitrine.platform.Build;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Feed;
import org.vitrine.platform.changes.Subscribers;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.NodeNotifier;
import org.vitrine.platform.health.HealthRoutes;
import org.vitrine.platform.health.Meters;
import org.vitrine.platform.openid.OpenIdProvider;
import org.vitrine.platform.web.DescriptionRoutes;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.platform.web.StaticFiles;
import org.vitrine.platform.web.VirtualThreads;
import org.vitrine.platform.web.WebServer;
import org.vitrine.platform.words.Words;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.ReportRoutes;
import org.vitrine.production.Reports;
import org.vitrine.production.RoutingRoutes;
import org.vitrine.production.Routings;
import org.vitrine.signin.SessionRoutes;
import org.vitrine.signin.SignIn;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.GlassRequests;
import org.vitrine.tracking.GlassRoutes;
import org.vitrine.tracking.OrderSummaries;
import org.vitrine.tracking.OrderTopics;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.TrackingRoutes;

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
  private static final Duration CHANGES_KEPT = Duration.ofDays(90);

  private final Installation installation;
  private final Settings settings;
  private final Vertx vertx;
  private final Database database;
  private final Database pagesDatabase;
  private final Sessions sessions;
  private final Audit audit;
  private final Keys keys;
  private final People people;
  private final MailQueue mailQueue;
  private final Mailer mailer;
  private final MailSender mailSender;
  private final SignIn signIn;
  private final Companies companies;
  private final Routings routings;
  private final Orders orders;
  private final Reports reports;
  private final OrderSnapshots snapshots;
  private final Intake intake;
  private final Meters meters = new Meters();
  private final Changes changes = new Changes();
  private final Revocations revocations = new Revocations();
  private final Tracking tracking;
  private final GlassLinks links;
  private final OrderSummaries summaries;
  private final Live live;
  private final NodeNotifier notifier;
  private final Subscribers subscribers;
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
    this.keys = new Keys(database, audit, revocations, clock);
    this.sessions = new Sessions(database, keys, audit, clock);
    this.mailQueue = new MailQueue(database, settings.mail().isPresent(), clock);
    this.mailer =
        new Mailer(
            new MailTemplates(new Words(), this::address, settings.manufacturer(), settings.zone()),
            mailQueue);
    this.mailSender = new MailSender(database, settings.mail().map(this::mailServer), clock);
    this.signIn = new SignIn(database, sessions, mailer, audit, settings.manufacturer(), clock);
    this.companies = new Companies(database, changes, clock);
    this.people = new People(database, sessions, companies, mailer, audit, revocations, clock);
    this.routings = new Routings(database, changes, clock);
    this.orders = new Orders(database, companies, routings, changes, clock);
    this.snapshots = new OrderSnapshots(database);
    this.reports = new Reports(database, snapshots, changes, clock);
    this.intake = new Intake(database, new Targets(companies, routings, orders, reports), clock);
    this.pagesDatabase = database.apart("pages", PAGES_CONNECTIONS, PAGES_WAIT);
    Feed feed = new Feed(pagesDatabase, changes, Build.id() + ' ' + settings.zone());
    this.tracking = new Tracking(database, snapshots, changes, settings.zone(), feed::epoch);
    this.links = new GlassLinks(database, sessions, audit, clock);
    revocations.onRevocation(links);
    this.summaries = new OrderSummaries(tracking, changes);
    this.live =
        new Live(
            vertx,
            feed,
            List.of(new OrderTopics(tracking, links, tracking.over(pagesDatabase), summaries)),
            sessions,
            changes,
            meters.registry(),
            () -> VirtualThreads.run(database::reconnect));
    changes.onForget(sessions::forgetCallers);
    this.notifier = new NodeNotifier(vertx, database, this::wake, changes::forgetAll);
    changes.onCommit(changed -> notifier.notifyOthers());
    this.subscribers =
        new Subscribers(database, List.of(new CompanyChangesReader(changes, clock)), clock);
    changes.onCommit(subscribers::wake);
    Gauge.builder("vitrine.subscribers.failing", subscribers, Subscribers::failing)
        .register(meters.registry());
    Gauge.builder("vitrine.subscribers.set.aside", subscribers, Subscribers::setAside)
        .register(meters.registry());
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
    Guards guards = new Guards(sessions, publicUrl);
    Idempotency idempotency =
        new Idempotency(database, clock, exchange -> guards.credential(exchange).map(Token::text));
    SessionRoutes sessionRoutes =
        new SessionRoutes(
            sessions,
            new OwnSessions(database, sessions, audit),
            people,
            companies,
            guards,
            settings.manufacturer());
    LiveRoutes liveRoutes = new LiveRoutes(live, guards);
    List<Routes> routes = new ArrayList<>(signInRoutes(sessionRoutes, guards, publicUrl));
    routes.addAll(
        List.of(
            // The router asks one after the other: what is wanted most often comes first.
            liveRoutes,
            new ReportRoutes(reports, guards),
            new TrackingRoutes(tracking, guards, clock),
            new DescriptionRoutes(),
            new HealthRoutes(
                database,
                installation::trouble,
                live::trouble,
                meters,
                guards.may(Permission.READ_METRICS)),
            sessionRoutes,
            new MailRoutes(mailQueue, people, guards),
            new PeopleRoutes(people, companies, guards),
            new KeyRoutes(keys, sessions, guards, idempotency),
            new AuditRoutes(audit, guards),
            new CompanyRoutes(companies, guards),
            new RoutingRoutes(routings, guards),
            new OrderRoutes(orders, guards),
            new GlassRoutes(
                tracking,
                links,
                new GlassRequests(database, mailer, audit, clock),
                guards,
                idempotency,
                this::address)));
    StaticFiles files = new StaticFiles(Pages.of(liveRoutes::first), sessionRoutes);
    server = new WebServer(vertx, routes, files, publicUrl, settings.proxies());
    database.warmUp();
    FunctionCounter.builder("vitrine.live.orders.read", tracking, Tracking::ordersRead)
        .register(meters.registry());
    FunctionCounter.builder("vitrine.http.from.memory", server, WebServer::answeredFromMemory)
        .register(meters.registry());
    mailSender.start();
    Sweeps sweeps = sweeps();
    vertx.setPeriodic(SWEEP.toMillis(), timer -> VirtualThreads.run(sweeps::run));
    summaries.start();
    subscribers.start();
    live.start();
    notifier.start();
    int port = server.start(settings.port(), Runtime.getRuntime().availableProcessors());
    installation.servesAt(port);
    return port;
  }

  private List<Routes> signInRoutes(SessionRoutes sessionRoutes, Guards guards, URI publicUrl) {
    Optional<SignIn.Provider> provider =
        settings
            .openId()
            .map(
                found ->
                    new SignIn.Provider(found.name(), new OpenIdProvider(vertx, found, clock)));
    return signIn.routes(
        sessionRoutes, guards, mailQueue.isMailed(), provider, publicUrl, this::address);
  }

  private MailServer mailServer(MailSettings mail) {
    return new MailServer(mail.server(), mail.from(), settings.manufacturer());
  }

  /** Something was committed elsewhere. */
  private void wake() {
    live.wake();
    subscribers.wake();
  }

  /** Forgets what has run out. */
  private Sweeps sweeps() {
    Sweeps sweeps = new Sweeps();
    signIn.addSweeps(sweeps);
    sessions.addSweeps(sweeps);
    keys.addSweeps(sweeps);
    sweeps.add("mails", mailQueue::sweep);
    links.addSweeps(sweeps);
    sweeps.add("the audit trail", () -> audit.sweep(settings.auditDays()));
    sweeps.add("changes", () -> changes.sweep(database, clock.instant().minus(CHANGES_KEPT)));
    return sweeps;
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

  public Sessions sessions() {
    return sessions;
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

  public OrderSnapshots snapshots() {
    return snapshots;
  }

  public Intake intake() {
    return intake;
  }

  public Changes changes() {
    return changes;
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
        summaries.close();
        subscribers.close();
        notifier.close();
        server.stop();
        mailSender.close();
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
