package org.vitrine.platform.web;

import io.vertx.ext.web.Router;

/** The pages and the libraries they use. */
public final class StaticFiles {
  void mount(Router router) {}
}
