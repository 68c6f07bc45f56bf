package org.vitrine.platform.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;
import java.util.UUID;

/** What is measured while it runs, in Prometheus's format. */
public final class Meters implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** A Vert.x whose web server and pools are measured here, and the JVM beside them. */
  public Vertx vertx(VertxOptions options) {
    return Vertx.builder()
        .with(options.setMetricsOptions(measured()))
        .withMetrics(new MicrometerMetricsFactory(registry))
        .build();
  }

  /** Requests carry the route's pattern, never the path: no order number becomes a label. */
  private static MicrometerMetricsOptions measured() {
    MicrometerMetricsOptions options =
        new MicrometerMetricsOptions()
            .setEnabled(true)
            .setJvmMetricsEnabled(true)
            .setRegistryName(UUID.randomUUID().toString())
            .setLabels(
                EnumSet.of(
                    Label.HTTP_METHOD,
                    Label.HTTP_ROUTE,
                    Label.HTTP_CODE,
                    Label.POOL_TYPE,
                    Label.POOL_NAME));
    for (MetricsDomain domain : MetricsDomain.values()) {
      if (domain != MetricsDomain.HTTP_SERVER && domain != MetricsDomain.NAMED_POOLS) {
        options.addDisabledMetricsCategory(domain);
      }
    }
    // Pools are measured; the clients inside them would only say the same under one name for all.
    return options.addDisabledMetricsCategory("sql");
  }

  /** Where a feature registers what it counts. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Everything, in Prometheus's text format. */
  String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    registry.close();
  }
}
