package org.vitrine.platform.web;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;

/** The one web server: an instance per event loop, each with the same routes. */
public final class WebServer {
  private static final int LARGEST_MESSAGE = 4_096;
  private static final int HALF_REQUEST_SECONDS = 10;
  private static final int GRACE_SECONDS = 10;

  private final Vertx vertx;
  private final List<Endpoint> endpoints;
  private final Origins origins;
  private final StaticFiles files;
  private final AtomicInteger listeningPort = new AtomicInteger();
  private int port;
  private String deployment;

  /**
   * @param publicUrl where people reach us, or null to trust the Host header of a request
   */
  public WebServer(Vertx vertx, List<? extends Routes> routes, StaticFiles files, URI publicUrl) {
    this.vertx = vertx;
    this.endpoints = routes.stream().flatMap(feature -> feature.endpoints().stream()).toList();
    this.files = files;
    this.origins = new Origins(publicUrl);
  }

  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /**
   * Starts to listen; port 0 takes a free one. Returns the port. Throws {@link StartFailed} where
   * it cannot listen there.
   */
  public int start(int wantedPort, int eventLoops) {
    // Vert.x would take a free port for each event loop for 0, and one for all of them below 0.
    port = wantedPort == 0 ? -1 : wantedPort;
    try {
      deployment =
          vertx
              .deployVerticle(Listener::new, new DeploymentOptions().setInstances(eventLoops))
              .await();
    } catch (Exception fault) {
      // Vert.x throws checked exceptions unchecked, so the compiler does not know of this one.
      if (fault instanceof IOException) {
        throw new StartFailed(cannotListen(wantedPort, fault), fault);
      }
      throw fault;
    }
    return listeningPort.get();
  }

  private static String cannotListen(int port, Exception fault) {
    String reason = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    if (reason.contains("in use")) {
      return "Port %d is taken: stop what listens there, or choose another with --port (VITRINE_PORT)"
          .formatted(port);
    }
    if (reason.contains("denied")) {
      return "Port %d is not for everybody to open: choose one above 1023 with --port (VITRINE_PORT)"
          .formatted(port);
    }
    return "Cannot listen on port %d: %s".formatted(port, reason);
  }

  /**
   * Takes no new requests, lets those that have begun finish, for {@value #GRACE_SECONDS} seconds
   * at the most, and closes every connection.
   */
  public void stop() {
    if (deployment != null) {
      vertx.undeploy(deployment).await();
    }
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setPort(port)
        .setHost("::")
        .setIdleTimeout(HALF_REQUEST_SECONDS)
        .setHttp2ClearTextEnabled(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setMaxWebSocketFrameSize(LARGEST_MESSAGE)
        .setMaxWebSocketMessageSize(LARGEST_MESSAGE)
        .setCompressionSupported(true)
        .setTcpNoDelay(true);
  }

  /** One event loop's share of the server. */
  private final class Listener extends VerticleBase {
    private HttpServer server;

    @Override
    public Future<?> start() {
      server = vertx.createHttpServer(options()).requestHandler(router());
      return server.listen().onSuccess(listening -> listeningPort.set(listening.actualPort()));
    }

    @Override
    public Future<?> stop() {
      return server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
    }

    private Router router() {
      Router router = Router.router(vertx);
      router.route().handler(this::guard);
      endpoints.forEach(endpoint -> mount(router, endpoint));
      files.mount(router);
      router.route().failureHandler(this::fail);
      router
          .route()
          .handler(context -> fail(context, new Rejection.NotFound("There is nothing here")));
      router.errorHandler(500, this::fail);
      return router;
    }

    private void guard(RoutingContext context) {
      SecurityHeaders.put(context.response());
      origins.check(context.request());
      context.next();
    }

    private void mount(Router router, Endpoint endpoint) {
      Route route = router.route(endpoint.method(), endpoint.path());
      if (endpoint.bodyLimit() > 0) {
        route.handler(BodyHandler.create(false).setBodyLimit(endpoint.bodyLimit()));
      }
      route.handler(context -> answer(context, endpoint));
    }

    private void answer(RoutingContext context, Endpoint endpoint) {
      Exchange exchange = new Exchange(context);
      if (endpoint.shortcut().test(exchange)) {
        return;
      }
      if (context.request().getHeader("Upgrade") != null) {
        // What upgrades must not be read to its end before the gate has answered.
        context.request().pause();
      }
      VirtualThreads.run(
          () -> {
            try {
              endpoint.gate().admit(exchange);
              endpoint.action().answer(exchange);
            } catch (RuntimeException | Error fault) {
              Problem.reply(context.response(), fault);
            }
          });
    }

    private void fail(RoutingContext context) {
      Throwable fault = context.failure();
      if (fault instanceof HttpException http) {
        fault = asRejection(http);
      } else if (fault == null || context.statusCode() == 413) {
        fault = asRejection(new HttpException(context.statusCode()));
      }
      fail(context, fault);
    }

    private void fail(RoutingContext context, Throwable fault) {
      Problem.reply(context.response(), fault);
    }
  }

  private static Rejection asRejection(HttpException fault) {
    return switch (fault.getStatusCode()) {
      case 413 -> new Rejection.TooLarge("The body is larger than this route takes");
      case 404, 405 -> new Rejection.NotFound("There is nothing here");
      default -> new Rejection.Invalid("", "The request cannot be read");
    };
  }
}
