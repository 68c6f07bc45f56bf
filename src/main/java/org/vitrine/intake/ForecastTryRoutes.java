package org.vitrine.intake;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.forecasts.ForecastEvaluation.PlayedPast;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.FewAtOnce;
import org.vitrine.platform.web.Media;
import org.vitrine.platform.web.Routes;
import org.vitrine.platform.web.UploadedFile;

/**
 * Forecasts tried on a log that somebody sends: played on a thread of its own that gives way to
 * everything else, one at a time, and not for long. Nothing is stored.
 */
final class ForecastTryRoutes implements Routes {
  private static final long LARGEST_BODY = 10_000_000;
  private static final Duration COME_BACK = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final ColumnMappings mappings;
  private final Guards guards;
  private final ZoneId plant;
  private final InstantSource clock;
  private final FewAtOnce place =
      new FewAtOnce(
          1, "Forecasts are being tried on another file; try again in a moment", COME_BACK);

  ForecastTryRoutes(ColumnMappings mappings, Guards guards, ZoneId plant, InstantSource clock) {
    this.mappings = mappings;
    this.guards = guards;
    this.plant = plant;
    this.clock = clock;
  }

  /** Nothing is stored: whoever reads forecasts may try them, as may who would import the log. */
  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.post(
                "/api/forecasts/evaluate",
                guards.mayOneOf(Permission.READ_PLANT, ImportKind.PLANT_LOG.permission()),
                this::evaluate)
            .limitedTo(LARGEST_BODY)
            .taking(
                Media.text(
                    "text/csv",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
            .streaming());
  }

  private void evaluate(Exchange exchange) {
    exchange.onlyQueries("columns", "sheet", "encoding", "zone", "once", "planHours", "days");
    ImportRequest request = new ImportRequest(exchange, ImportKind.PLANT_LOG);
    ZoneId zone = request.zone(plant);
    PlantLog.Repeats repeats =
        request.isYes("once") ? PlantLog.Repeats.ONE_REPORT : PlantLog.Repeats.REPORTS_OF_THEIR_OWN;
    OptionalDouble planned = planHours(request);
    Set<DayOfWeek> days = days(request);
    try (UploadedFile file = UploadedFile.of(exchange)) {
      ForecastTrial tried =
          place.inTurn(
              () -> {
                PlantLog log = PlantLog.of(read(request, file), zone, repeats);
                PlayedPast past = LoggedPast.of(log, planned, days);
                Instant deadline = clock.instant().plus(LONGEST);
                return apart(() -> ForecastTrial.of(log, past, () -> requireBefore(deadline)));
              });
      exchange.reply(tried);
    } catch (StartFailed wrong) {
      throw new Rejection.Invalid("", wrong.getMessage());
    }
  }

  private static OptionalDouble planHours(ImportRequest request) {
    return request.given("planHours").map(TrialOptions::planHours).orElse(OptionalDouble.empty());
  }

  private static Set<DayOfWeek> days(ImportRequest request) {
    return request.given("days").map(TrialOptions::days).orElse(Set.of());
  }

  /** With its columns as they were mapped before for a file like it, if nobody says by what. */
  private SourceFile.Mapped read(ImportRequest request, UploadedFile sent) {
    SourceFile file = request.file(sent.path());
    String named =
        request
            .given("columns")
            .or(() -> mappings.remembered(file.table(), request.kind()).map(StoredMapping::name))
            .orElse("");
    return named.isEmpty()
        ? file.unmapped(request.kind())
        : file.mapped(mappings, named, request.kind());
  }

  private void requireBefore(Instant deadline) {
    if (clock.instant().isAfter(deadline)) {
      throw new StartFailed(
          "This log takes too long here: give a shorter one, or use vitrine forecast evaluate");
    }
  }

  /** Not on one of the threads that requests share: it keeps a core busy for a while. */
  private static <T> T apart(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("forecast-try").start(task);
    try {
      return task.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
