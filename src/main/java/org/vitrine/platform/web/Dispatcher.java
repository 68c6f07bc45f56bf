package org.vitrine.platform.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.platform.Rejection;

/** Which request goes to which endpoint, and what becomes of those that go nowhere. */
final class Dispatcher {
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final List<Endpoint> endpoints;
  private final Origins origins;
  private final StaticFiles files;
  private final TrustedProxies proxies;

  Dispatcher(List<Endpoint> endpoints, Origins origins, StaticFiles files, TrustedProxies proxies) {
    this.endpoints = endpoints;
    this.origins = origins;
    this.files = files;
    this.proxies = proxies;
  }

  /** Each event loop has its own. */
  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(this::guard);
    endpoints.forEach(endpoint -> mount(router, endpoint));
    methodsByPath()
        .forEach(
            (path, methods) ->
                router.route(path).handler(context -> other(context, path, methods)));
    files.mount(router, proxies);
    router.route().failureHandler(this::fail);
    router
        .route()
        .handler(
            context -> fail(context, new Rejection.NotFound("There is nothing at this address")));
    router.errorHandler(500, this::fail);
    return router;
  }

  private void guard(RoutingContext context) {
    SecurityHeaders.put(context.response());
    if (origins.areReachedOverTls()) {
      SecurityHeaders.putStrictTransport(context.response());
    }
    origins.check(context.request());
    requireReadablePath(context);
    context.next();
  }

  /** The router would find out too, but only to log it as a fault of ours. */
  private static void requireReadablePath(RoutingContext context) {
    try {
      context.normalizedPath();
    } catch (IllegalArgumentException unreadable) {
      throw new Rejection.Invalid("", "Cannot read the address: check its percent-encoding");
    }
  }

  private void mount(Router router, Endpoint endpoint) {
    Route route = router.route(endpoint.method(), endpoint.path());
    if (endpoint.method() == HttpMethod.GET) {
      route.method(HttpMethod.HEAD);
    }
    route.handler(Dispatcher::keepOutOfCaches);
    if (endpoint.body().takesNone()) {
      route.handler(context -> answer(context, endpoint));
    } else {
      route.handler(context -> check(context, endpoint.body()));
      route.handler(context -> admit(context, endpoint));
      route.handler(context -> read(context, endpoint));
    }
  }

  /** What a route answers is for whoever asked, unless it says otherwise. */
  private static void keepOutOfCaches(RoutingContext context) {
    context.response().putHeader("Cache-Control", "no-store");
    context.next();
  }

  /** What its head says of a body that this route does not take. */
  private static void check(RoutingContext context, BodyRule rule) {
    HttpServerRequest request = context.request();
    rule.media().check(request, rule.isStreamed());
    if (HttpMessages.bodyLength(request) > rule.limit()) {
      throw new Rejection.TooLarge("The body is too large for this endpoint");
    }
    context.next();
  }

  /** The path is known and the method is not, unless there is a page. */
  private void other(RoutingContext context, String path, String allowed) {
    if (READING.contains(context.request().method()) && files.hasPage(path)) {
      context.next();
      return;
    }
    if (context.request().method() != HttpMethod.OPTIONS) {
      throw new Rejection.WrongMethod("Allowed here: " + allowed, allowed);
    }
    context.response().setStatusCode(204).putHeader("Allow", allowed).end();
  }

  /** Nothing of a body is read before it is known who sends it. */
  private void admit(RoutingContext context, Endpoint endpoint) {
    context.request().pause();
    if (endpoint.guard().admitsAtOnce(new Exchange(context, proxies))) {
      context.next();
      return;
    }
    Context loop = context.vertx().getOrCreateContext();
    VirtualThreads.run(
        () -> {
          try {
            endpoint.guard().admit(new Exchange(context, proxies));
            loop.runOnContext(nothing -> context.next());
          } catch (RuntimeException | Error fault) {
            loop.runOnContext(nothing -> refuse(context, fault));
          }
        });
  }

  /** Whatever of the body still comes is thrown away, so that the answer is heard. */
  private static void refuse(RoutingContext context, Throwable fault) {
    Problem.reply(context.response(), fault);
    context.request().resume();
  }

  private void read(RoutingContext context, Endpoint endpoint) {
    RequestLimits.share(context.request()).ifPresent(share -> read(context, endpoint, share));
  }

  private void read(RoutingContext context, Endpoint endpoint, BodyShare share) {
    HttpServerRequest request = context.request();
    long limit = endpoint.body().limit();
    if (HttpMessages.waitsForContinue(request)) {
      context.response().writeContinue();
    }
    if (endpoint.body().isStreamed()) {
      act(context, endpoint.action(), StreamedBody.of(request, limit, share));
    } else {
      CollectedBody.collect(
          request,
          limit,
          share,
          whole -> act(context, endpoint.action(), whole),
          tooLarge -> fail(context, tooLarge));
    }
  }

  private void answer(RoutingContext context, Endpoint endpoint) {
    if (endpoint.shortcut().test(new Exchange(context, proxies))) {
      return;
    }
    if (isUpgrade(context)) {
      // What upgrades must not be read to its end before the guard has answered.
      context.request().pause();
    }
    act(
        context,
        exchange -> {
          endpoint.guard().admit(exchange);
          endpoint.action().answer(exchange);
        },
        CollectedBody.NONE);
  }

  private static boolean isUpgrade(RoutingContext context) {
    return context.request().getHeader("Upgrade") != null;
  }

  private void act(RoutingContext context, Endpoint.Handler action, RequestBody body) {
    VirtualThreads.run(
        () -> {
          try {
            body.open();
            action.answer(new Exchange(context, proxies, body));
          } catch (RuntimeException | Error fault) {
            Problem.reply(context.response(), fault);
          } finally {
            body.end();
          }
        });
  }

  private void fail(RoutingContext context) {
    Throwable fault = context.failure();
    fail(context, fault == null ? new HttpException(context.statusCode()) : fault);
  }

  private void fail(RoutingContext context, Throwable fault) {
    Problem.reply(context.response(), fault);
  }

  private Set<String> usualMethods(String path) {
    return new TreeSet<>(
        files.hasPage(path) ? Set.of("OPTIONS", "GET", "HEAD") : Set.of("OPTIONS"));
  }

  private Map<String, String> methodsByPath() {
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    for (Endpoint endpoint : endpoints) {
      Set<String> ofPath = methods.computeIfAbsent(endpoint.path(), this::usualMethods);
      ofPath.add(endpoint.method().name());
      if (endpoint.method() == HttpMethod.GET) {
        ofPath.add("HEAD");
      }
    }
    Map<String, String> listed = new LinkedHashMap<>();
    methods.forEach((path, names) -> listed.put(path, String.join(", ", names)));
    return listed;
  }
}
