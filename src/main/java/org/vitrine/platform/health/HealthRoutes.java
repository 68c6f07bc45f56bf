package org.vitrine.platform.health;

import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Whether it lives, whether it can serve, and what it measures. */
public final class HealthRoutes implements Routes {
  /** Written in numbers, so that no name is looked up. */
  private static final Pattern ADDRESS = Pattern.compile("\\d+(?:\\.\\d+){3}|\\[[0-9A-Fa-f:.]+]");

  private static final List<String> SIGNS_OF_A_PROXY =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final Readiness readiness;
  private final Supplier<Optional<String>> trouble;
  private final Meters meters;
  private final Endpoint.Guard elsewhere;

  /**
   * @param host what is the matter with the database as its host sees it, where we are that
   * @param trouble why visitors should be sent elsewhere, if they should, while the database is
   *     well
   * @param elsewhere who may read the measurements from another machine
   */
  public HealthRoutes(
      Database database,
      Supplier<Optional<String>> host,
      Supplier<Optional<String>> trouble,
      Meters meters,
      Endpoint.Guard elsewhere) {
    this.readiness = new Readiness(database, host);
    this.trouble = trouble;
    this.meters = meters;
    this.elsewhere = elsewhere;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/health/live", exchange -> {}, this::live)
            .withShortcut(
                exchange -> {
                  live(exchange);
                  return true;
                }),
        Routes.get("/health/ready", exchange -> {}, this::ready),
        Routes.get("/metrics", this::admitToMetrics, this::metrics));
  }

  /** The answer to both questions, when it is yes. */
  record HealthAnswer(String status) {}

  private void live(Exchange exchange) {
    reply(exchange, new HealthAnswer("live"));
  }

  private void ready(Exchange exchange) {
    readiness.trouble().or(trouble).ifPresent(HealthRoutes::sendElsewhere);
    reply(exchange, new HealthAnswer("ready"));
  }

  private static void sendElsewhere(String why) {
    throw new Rejection.Unavailable(why, Duration.ofSeconds(1));
  }

  private static void reply(Exchange exchange, HealthAnswer health) {
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.reply(health);
  }

  /** Free on this machine itself, so that it can be read while the database is away. */
  private void admitToMetrics(Exchange exchange) {
    boolean viaProxy =
        SIGNS_OF_A_PROXY.stream().anyMatch(name -> exchange.header(name).isPresent());
    if (viaProxy || !isLoopback(exchange.remoteAddress()) || !isAskedByLoopbackName(exchange)) {
      elsewhere.admit(exchange);
    }
  }

  /** A page elsewhere may have a name of its own that leads here; it is not this machine itself. */
  private static boolean isAskedByLoopbackName(Exchange exchange) {
    String host = exchange.header("Host").orElse("").replaceFirst(":\\d+$", "");
    return host.equalsIgnoreCase("localhost")
        || ADDRESS.matcher(host).matches() && isLoopback(host);
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new Rejection.Unauthenticated("Please sign in");
    }
  }

  private void metrics(Exchange exchange) {
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.replyBytes(
        200, "text/plain; version=0.0.4; charset=utf-8", Buffer.buffer(meters.text()));
  }
}
