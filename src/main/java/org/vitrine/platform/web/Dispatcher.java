package org.vitrine.platform.web;

import io.netty.channel.Channel;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.platform.Rejection;

/** Which request goes to which endpoint, and what becomes of those that go nowhere. */
final class Dispatcher {
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
        .forEach((path, methods) -> router.route(path).handler(context -> other(context, methods)));
    files.mount(router, proxies);
    router.route().failureHandler(this::fail);
    router
        .route()
        .handler(context -> fail(context, new Rejection.NotFound("There is nothing here")));
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
      throw new Rejection.Invalid("", "The address cannot be read: check its % escapes");
    }
  }

  private void mount(Router router, Endpoint endpoint) {
    if (endpoint.bodyLimit() > 0) {
      router
          .route(endpoint.method(), endpoint.path())
          .handler(context -> checkMedia(context, endpoint))
          .handler(context -> admit(context, endpoint));
    }
    Route route = router.route(endpoint.method(), endpoint.path());
    if (endpoint.method() == HttpMethod.GET) {
      route.method(HttpMethod.HEAD);
    }
    if (endpoint.bodyLimit() > 0) {
      route.handler(BodyHandler.create(false).setBodyLimit(endpoint.bodyLimit()));
      route.handler(context -> act(context, endpoint.action()));
    } else {
      route.handler(context -> answer(context, endpoint));
    }
  }

  private void checkMedia(RoutingContext context, Endpoint endpoint) {
    endpoint.media().check(context.request());
    context.next();
  }

  /** The path is known and the method is not. */
  private void other(RoutingContext context, String allowed) {
    if (context.request().method() != HttpMethod.OPTIONS) {
      throw new Rejection.WrongMethod("This takes " + allowed, allowed);
    }
    context.response().setStatusCode(204).putHeader("Allow", allowed).end();
  }

  /** Nothing of a body is kept before it is known who sends it. */
  private void admit(RoutingContext context, Endpoint endpoint) {
    if (endpoint.guard().admitsAtOnce(new Exchange(context, proxies))) {
      context.next();
      return;
    }
    Context loop = context.vertx().getOrCreateContext();
    context.request().pause();
    VirtualThreads.run(
        () -> {
          try {
            endpoint.guard().admit(new Exchange(context, proxies));
            loop.runOnContext(
                nothing -> {
                  context.request().resume();
                  context.next();
                });
          } catch (RuntimeException | Error fault) {
            loop.runOnContext(
                nothing -> {
                  Problem.reply(context.response(), fault);
                  context.request().resume();
                });
          }
        });
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
        });
  }

  private static boolean isUpgrade(RoutingContext context) {
    return context.request().getHeader("Upgrade") != null;
  }

  /** Works on a request that was read in full; however long it takes, the connection stays. */
  private void act(RoutingContext context, Endpoint.Action action) {
    Channel channel = Connections.channel(context.request().connection());
    Connections.allowSilence(channel);
    context.response().endHandler(nothing -> Connections.forbidSilence(channel));
    VirtualThreads.run(
        () -> {
          try {
            action.answer(new Exchange(context, proxies));
          } catch (RuntimeException | Error fault) {
            Problem.reply(context.response(), fault);
          }
        });
  }

  private void fail(RoutingContext context) {
    Throwable fault = context.failure();
    boolean unexplained = fault == null || context.statusCode() == 413;
    fail(context, unexplained ? new HttpException(context.statusCode()) : fault);
  }

  private void fail(RoutingContext context, Throwable fault) {
    Problem.reply(context.response(), fault);
  }

  private Map<String, String> methodsByPath() {
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    for (Endpoint endpoint : endpoints) {
      Set<String> ofPath =
          methods.computeIfAbsent(endpoint.path(), path -> new TreeSet<>(Set.of("OPTIONS")));
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
