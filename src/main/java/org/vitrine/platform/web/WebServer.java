package org.vitrine.platform.web;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.vitrine.platform.StartFailed;

/** The one web server: an instance per event loop, each with the same routes. */
public final class WebServer {
  /** What a client may say at once on a WebSocket. */
  public static final int LARGEST_MESSAGE = 4_096;

  private static final int GRACE_SECONDS = 10;

  /** A peer that confirms nothing of what it is sent for so long is gone. */
  private static final int SILENT_DEATH_MILLIS = 60_000;

  private final Vertx vertx;
  private final List<Endpoint> endpoints;
  private final Origins origins;
  private final StaticFiles files;
  private final TrustedProxies proxies;
  private final RequestLimits limits;
  private final List<CachedReplyHandler.CachedRoute> routes;
  private final LongAdder answeredFromMemory = new LongAdder();
  private final AtomicInteger listeningPort = new AtomicInteger();
  private int port;
  private String deployment;

  /**
   * @param publicUrl where people reach us, or null to trust the Host header of a request
   * @param proxies who is believed when it says for whom it speaks
   */
  public WebServer(
      Vertx vertx,
      List<? extends Routes> routes,
      StaticFiles files,
      URI publicUrl,
      TrustedProxies proxies) {
    this(vertx, routes, files, publicUrl, proxies, RequestLimits.ofThisProcess());
  }

  /** The same within other limits. */
  WebServer(
      Vertx vertx,
      List<? extends Routes> routes,
      StaticFiles files,
      URI publicUrl,
      TrustedProxies proxies,
      RequestLimits limits) {
    this.limits = limits;
    this.vertx = vertx;
    this.endpoints = routes.stream().flatMap(feature -> feature.endpoints().stream()).toList();
    this.routes = CachedReplyHandler.CachedRoute.of(endpoints);
    this.files = files;
    this.proxies = proxies;
    this.origins = new Origins(publicUrl);
  }

  /** The same with no proxy before it. */
  public WebServer(Vertx vertx, List<? extends Routes> routes, StaticFiles files, URI publicUrl) {
    this(vertx, routes, files, publicUrl, TrustedProxies.NONE);
  }

  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /** How many requests were answered from memory; no other count of requests has them. */
  public long answeredFromMemory() {
    return answeredFromMemory.sum();
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
              .deployVerticle(LoopServer::new, new DeploymentOptions().setInstances(eventLoops))
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
      return "Port %d is in use: stop the program that listens there, or choose another port with --port (VITRINE_PORT)"
          .formatted(port);
    }
    if (reason.contains("denied")) {
      return "Port %d needs administrator rights: choose one above 1023 with --port (VITRINE_PORT)"
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
        .setHttp2ClearTextEnabled(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setMaxWebSocketFrameSize(LARGEST_MESSAGE)
        .setMaxWebSocketMessageSize(LARGEST_MESSAGE)
        .setCompressionSupported(true)
        .setTcpNoDelay(true)
        .setTcpUserTimeout(SILENT_DEATH_MILLIS);
  }

  /** What is not even HTTP, or whose first line or headers are too long. */
  private static void refuse(HttpServerRequest request) {
    RequestLimits.begin(request);
    SecurityHeaders.put(request.response());
    HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
  }

  /** One event loop's share of the server. */
  private final class LoopServer extends VerticleBase {
    private HttpServer server;

    @Override
    public Future<?> start() {
      Router router = new Dispatcher(endpoints, origins, files, proxies).router(vertx);
      server =
          vertx
              .createHttpServer(options())
              .connectionHandler(this::open)
              .requestHandler(request -> answer(request, router))
              .invalidRequestHandler(WebServer::refuse);
      return server.listen().onSuccess(listening -> listeningPort.set(listening.actualPort()));
    }

    private void open(HttpConnection connection) {
      CachedReplyHandler.open(connection, routes, answeredFromMemory);
      limits.watch(connection, proxies);
    }

    private static void answer(HttpServerRequest request, Router router) {
      RequestLimits.begin(request);
      router.handle(request);
    }

    @Override
    public Future<?> stop() {
      return server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
