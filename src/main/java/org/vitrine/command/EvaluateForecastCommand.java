package org.vitrine.command;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vitrine.forecasts.ForecastEvaluation;
import org.vitrine.forecasts.ForecastEvaluation.PlayedPast;
import org.vitrine.intake.ImportKind;
import org.vitrine.intake.LoggedPast;
import org.vitrine.intake.PlantLog;
import org.vitrine.intake.PlantLog.Repeats;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vitrine forecast evaluate FILE}. */
@Command(
    name = "evaluate",
    description = {
      "Play a plant's production log (CSV or .xlsx, one row per reported operation) from its"
          + " beginning, and print what pages would have said of each order, how often that held"
          + " and how far it moved, beside what simpler methods would have said.",
      "At each report only what was reported before it is known. Nothing is stored."
    },
    mixinStandardHelpOptions = true)
final class EvaluateForecastCommand implements Callable<Integer> {
  private static final double MOST_HOURS = 100_000;

  @Mixin private FileOptions file;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "The time zone of the log, such as +02:00 or Asia/Shanghai (default: UTC)")
  private ZoneId zone;

  @Option(
      names = "--plan-hours",
      paramLabel = "HOURS",
      description =
          "How many hours of work an order usually takes from a report on, as one would have said"
              + " at the beginning (default: what orders took that were begun in the log's first"
              + " quarter)")
  private Double planned;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description =
          "The days that are worked, such as mon,tue,wed,thu,fri (default: those on which the log"
              + " has reports)")
  private String days;

  @Option(
      names = "--once",
      description =
          "Treat identical rows as one report (default: each is a report, unless a column id"
              + " identifies rows)")
  private boolean once;

  @Option(
      names = "--said",
      paramLabel = "FILE",
      description =
          "Write what would have been said at each report into this file, as CSV: order, at, stage,"
              + " half, nine_of_ten, finished, held")
  private Path said;

  @Option(names = "--json", description = "Print the figures as JSON")
  private boolean json;

  @Override
  public Integer call() {
    OptionalDouble plan = plan();
    Set<DayOfWeek> worked = worked();
    Repeats repeats = once ? Repeats.ONE_REPORT : Repeats.REPORTS_OF_THEIR_OWN;
    PlantLog log =
        file.readWithoutDatabase(ImportKind.PLANT_LOG, read -> PlantLog.of(read, zone, repeats));
    PlayedPast past = LoggedPast.of(log, plan, worked);
    SaidTable table = new SaidTable();
    ForecastEvaluation found = ForecastEvaluation.of(past, table::add);
    if (found.scores().getFirst().reports() == 0) {
      throw new StartFailed(
          "%s has no report of an order under way from %s on, when scoring begins: give a longer log"
              .formatted(log.name(), found.scoredFrom()));
    }
    if (said != null) {
      table.write(said, past.zone());
    }
    System.out.print(
        json
            ? Json.text(found) + System.lineSeparator()
            : EvaluationText.of(log, past, found, plan.isPresent(), !worked.isEmpty()));
    return 0;
  }

  private OptionalDouble plan() {
    if (planned == null) {
      return OptionalDouble.empty();
    }
    if (!(planned > 0 && planned <= MOST_HOURS)) {
      throw new StartFailed("--plan-hours must be a number of hours above 0, such as 240");
    }
    return OptionalDouble.of(planned);
  }

  private Set<DayOfWeek> worked() {
    Set<DayOfWeek> worked = EnumSet.noneOf(DayOfWeek.class);
    for (String day : days == null ? List.<String>of() : List.of(days.split(",", -1))) {
      worked.add(
          Arrays.stream(DayOfWeek.values())
              .filter(one -> day.strip().length() >= 3)
              .filter(one -> one.name().startsWith(day.strip().toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new StartFailed(
                          "--days must be days such as mon,tue,wed,thu,fri, unlike “%s”"
                              .formatted(days))));
    }
    return worked;
  }
}
