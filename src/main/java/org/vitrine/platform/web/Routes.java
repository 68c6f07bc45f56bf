package org.vitrine.platform.web;

import io.vertx.core.http.HttpMethod;
import java.util.List;

/** The routes of one feature. */
@FunctionalInterface
public interface Routes {
  List<Endpoint> endpoints();

  static Endpoint get(String path, Endpoint.Guard guard, Endpoint.Action action) {
    return endpoint(HttpMethod.GET, path, guard, 0, action);
  }

  static Endpoint put(String path, Endpoint.Guard guard, Endpoint.Action action) {
    return endpoint(HttpMethod.PUT, path, guard, USUAL_BODY, action);
  }

  static Endpoint post(String path, Endpoint.Guard guard, Endpoint.Action action) {
    return endpoint(HttpMethod.POST, path, guard, USUAL_BODY, action);
  }

  static Endpoint delete(String path, Endpoint.Guard guard, Endpoint.Action action) {
    return endpoint(HttpMethod.DELETE, path, guard, 0, action);
  }

  /** What a route takes unless it says otherwise: 1 MB. */
  long USUAL_BODY = 1_000_000;

  private static Endpoint endpoint(
      HttpMethod method,
      String path,
      Endpoint.Guard guard,
      long bodyLimit,
      Endpoint.Action action) {
    return new Endpoint(
        method, path, guard, bodyLimit, Media.JSON, Memory.NONE, exchange -> false, action);
  }
}
