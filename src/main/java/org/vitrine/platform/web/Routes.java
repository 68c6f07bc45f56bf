package org.vitrine.platform.web;

import io.vertx.core.http.HttpMethod;
import java.util.List;

/** The routes of one feature. */
@FunctionalInterface
public interface Routes {
  List<Endpoint> endpoints();

  static Endpoint get(String path, Endpoint.Guard guard, Endpoint.Handler action) {
    return endpoint(HttpMethod.GET, path, guard, BodyRule.NONE, action);
  }

  static Endpoint put(String path, Endpoint.Guard guard, Endpoint.Handler action) {
    return endpoint(HttpMethod.PUT, path, guard, BodyRule.behind(guard), action);
  }

  static Endpoint post(String path, Endpoint.Guard guard, Endpoint.Handler action) {
    return endpoint(HttpMethod.POST, path, guard, BodyRule.behind(guard), action);
  }

  static Endpoint delete(String path, Endpoint.Guard guard, Endpoint.Handler action) {
    return endpoint(HttpMethod.DELETE, path, guard, BodyRule.NONE, action);
  }

  /** What else can be asked here: where a standard says so in headers of its own. */
  static Endpoint options(String path, Endpoint.Guard guard, Endpoint.Handler action) {
    return endpoint(HttpMethod.OPTIONS, path, guard, BodyRule.NONE, action);
  }

  private static Endpoint endpoint(
      HttpMethod method,
      String path,
      Endpoint.Guard guard,
      BodyRule body,
      Endpoint.Handler action) {
    return new Endpoint(method, path, guard, body, Memory.NONE, exchange -> false, action);
  }
}
