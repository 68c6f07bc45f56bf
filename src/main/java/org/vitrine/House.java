package org.vitrine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.health.Health;
import org.vitrine.house.HouseIdentity;
import org.vitrine.live.Live;
import org.vitrine.live.LiveRoutes;
import org.vitrine.mail.MailSender;
import org.vitrine.mail.MailServer;
import org.vitrine.mail.MailSettings;
import org.vitrine.platform.Chores;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Feed;
import org.vitrine.platform.changes.Subscribers;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.NodeNotifier;
import org.vitrine.platform.health.HealthRoutes;
import org.vitrine.platform.health.Meters;
import org.vitrine.platform.openid.OpenIdProvider;
import org.vitrine.platform.openid.OpenIdSettings;
import org.vitrine.platform.web.DescriptionRoutes;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.platform.web.PageExtension;
import org.vitrine.platform.web.StaticFiles;
import org.vitrine.platform.web.VirtualThreads;
import org.vitrine.platform.web.WebServer;
import org.vitrine.signin.SessionRoutes;
import org.vitrine.signin.SignIn;
import org.vitrine.tracking.Tracking;

/** Serves what the features bring: over HTTP, live, and in the background; closed in reverse. */
final class House implements AutoCloseable {
  private static final Duration SWEEP = Duration.ofMinutes(10);
  private static final Duration CHANGES_KEPT = Duration.ofDays(90);

  private final Ground ground;
  private final Rooms rooms;
  private final Settings settings;
  private final HouseIdentity identity;
  private final List<Feature> features;
  private final MailSender mailSender;
  private final Subscribers subscribers;
  private final Chores chores;
  private final Live live;
  private final NodeNotifier notifier;
  private final WebServer server;

  /** What everything stands on. */
  record Ground(
      Vertx vertx,
      Database database,
      Database pagesDatabase,
      Changes changes,
      Feed feed,
      Meters meters,
      Clock clock) {}

  /**
   * @param more what it serves beside the features that the rooms list
   */
  House(
      Ground ground,
      Rooms rooms,
      HouseIdentity identity,
      Installation installation,
      MoreFeatures more) {
    this.ground = ground;
    this.rooms = rooms;
    this.settings = installation.settings();
    this.identity = identity;
    URI publicUrl = settings.publicUrl().orElse(null);
    Guards guards = new Guards(rooms.sessions(), publicUrl);
    SessionRoutes sessionRoutes = rooms.sessionRoutes(guards);
    this.features =
        and(
            new Features(
                    rooms,
                    ground.pagesDatabase(),
                    guards,
                    sessionRoutes,
                    settings.openId().map(this::provider))
                .all(),
            more.of(rooms, guards));
    rooms.health.ask(all(Feature::checks));
    this.mailSender =
        new MailSender(ground.database(), settings.mail().map(this::mailServer), ground.clock());
    this.live =
        new Live(
            ground.vertx(),
            ground.feed(),
            all(Feature::topics),
            rooms.sessions(),
            ground.changes(),
            ground.meters().registry(),
            () -> VirtualThreads.run(ground.database()::reconnect));
    this.subscribers =
        new Subscribers(ground.database(), all(Feature::subscribers), ground.clock());
    this.chores = new Chores(all(Feature::chores));
    this.notifier =
        new NodeNotifier(
            ground.vertx(), ground.database(), this::wake, ground.changes()::forgetAll);
    ground.changes().onCommit(changed -> notifier.notifyOthers());
    ground.changes().onCommit(subscribers::wake);
    LiveRoutes liveRoutes = new LiveRoutes(live, guards);
    Feature own =
        Feature.named("entrance")
            .answering(
                liveRoutes,
                new DescriptionRoutes(features.stream().map(Feature::name).toList()),
                new HealthRoutes(
                    ground.database(),
                    installation::trouble,
                    live::trouble,
                    ground.meters(),
                    guards.may(Permission.READ_METRICS)))
            .showing(
                PageEntry.of("/", "base/pages/index.js"),
                PageEntry.of("/docs/api", "docs/pages/api.js"));
    List<Feature> served = and(List.of(own), features);
    this.server =
        new WebServer(
            ground.vertx(),
            served.stream().flatMap(feature -> feature.routes().stream()).toList(),
            new StaticFiles(
                PageExtension.extended(
                    served.stream().flatMap(feature -> feature.pages().stream()).toList(),
                    all(Feature::extensions)),
                sessionRoutes,
                liveRoutes::first,
                identity.firstLanguage()),
            publicUrl,
            settings.proxies());
    measure();
  }

  private static List<Feature> and(List<Feature> some, List<Feature> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private SignIn.Provider provider(OpenIdSettings openId) {
    return new SignIn.Provider(
        openId.name(), new OpenIdProvider(ground.vertx(), openId, ground.clock()));
  }

  private MailServer mailServer(MailSettings mail) {
    return new MailServer(mail, identity.manufacturer());
  }

  private <T> List<T> all(Function<Feature, List<T>> of) {
    return features.stream().flatMap(feature -> of.apply(feature).stream()).toList();
  }

  private void measure() {
    MeterRegistry registry = ground.meters().registry();
    Gauge.builder("vitrine.subscribers.failing", subscribers, Subscribers::failing)
        .register(registry);
    Gauge.builder("vitrine.subscribers.set.aside", subscribers, Subscribers::setAside)
        .register(registry);
    Gauge.builder("vitrine.health.bad", rooms.health, Health::bad).register(registry);
    Gauge.builder("vitrine.health.warn", rooms.health, Health::warnings).register(registry);
    FunctionCounter.builder("vitrine.live.orders.read", rooms.tracking(), Tracking::ordersRead)
        .register(registry);
    FunctionCounter.builder("vitrine.http.from.memory", server, WebServer::answeredFromMemory)
        .register(registry);
  }

  /** Starts everything; returns the port, which is a free one where 0 is asked for. */
  int open(int port) {
    ground.database().warmUp();
    mailSender.start();
    Sweeps sweeps = sweeps();
    ground.vertx().setPeriodic(SWEEP.toMillis(), timer -> VirtualThreads.run(sweeps::run));
    rooms.summaries().start();
    subscribers.start();
    chores.start();
    live.start();
    notifier.start();
    return server.start(port, Runtime.getRuntime().availableProcessors());
  }

  /** Forgets what has run out. */
  private Sweeps sweeps() {
    Sweeps sweeps = new Sweeps();
    all(Feature::sweeps).forEach(one -> one.accept(sweeps));
    sweeps.add(
        "changes",
        () ->
            ground
                .changes()
                .sweep(ground.database(), ground.clock().instant().minus(CHANGES_KEPT)));
    return sweeps;
  }

  /** Something was committed elsewhere. */
  private void wake() {
    live.wake();
    subscribers.wake();
  }

  List<Endpoint> endpoints() {
    return server.endpoints();
  }

  /** Finishes what has begun. */
  @Override
  public void close() {
    live.drain(settings.drain());
    live.close();
    rooms.summaries().close();
    subscribers.close();
    chores.close();
    notifier.close();
    server.stop();
    mailSender.close();
  }
}
