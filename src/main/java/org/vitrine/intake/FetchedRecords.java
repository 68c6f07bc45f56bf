package org.vitrine.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.access.Actor;
import org.vitrine.intake.FetchedBatch.FetchedRecord;
import org.vitrine.intake.FetchedOutcome.FetchedFault;
import org.vitrine.intake.FetchedOutcome.SaidOtherwise;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderAsPlaced;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.StartFailed;
import org.vitrine.production.Routing;
import org.vitrine.production.Sender;

/**
 * The door for records that were fetched from another system. They go the way of rows in a file, by
 * the same mapping and into the same doors; but each stands or falls by itself, and the other
 * system is the file, so no record of an import is kept.
 */
public final class FetchedRecords {
  private static final String SOURCE = "import";
  private static final int FIRST_ROW = 2;

  private final Intake intake;
  private final Targets targets;
  private final ZoneId plant;

  public FetchedRecords(Intake intake, Targets targets, ZoneId plant) {
    this.intake = intake;
    this.targets = targets;
    this.plant = plant;
  }

  /**
   * Takes these, or tries what taking them would do; returns one outcome for each. Throws {@link
   * Rejection.Invalid} where the mapping fits none of them.
   */
  public List<FetchedOutcome> take(FetchedBatch batch, Mode mode) {
    if (batch.records().isEmpty()) {
      return List.of();
    }
    try {
      Table mapped = MappedTable.of(theirs(batch), batch.mapping(), batch.kind());
      return switch (batch.kind()) {
        case ORDERS -> orders(batch, mapped, mode);
        case PLANT_LOG -> reports(batch, mapped, mode);
        case SHIPMENTS, READINGS ->
            throw new Rejection.Invalid("kind", "Orders and reports are fetched, nothing else");
      };
    } catch (StartFailed unfit) {
      throw new Rejection.Invalid("mapping", unfit.getMessage());
    }
  }

  /** Rows of a text of comma-separated values, each with its columns. */
  public static List<Map<String, String>> rows(String name, String text) {
    try {
      Table table = CsvFile.parse(name, text, TableLimits.ON_SERVER);
      if (!table.malformed().isEmpty()) {
        RefusedRow first = table.malformed().getFirst().refused();
        throw new Rejection.Invalid(
            "", "Line %d of %s %s".formatted(first.line(), name, first.reason()));
      }
      return table.rows().stream().map(CsvRow::cells).toList();
    } catch (StartFailed unfit) {
      throw new Rejection.Invalid("", unfit.getMessage());
    }
  }

  /** Cancels an order for a reason: what the other system says later of it counts again. */
  public void cancel(String number, String source, LocalizedText reason) {
    OrderNumber order = new OrderNumber(number);
    OrderAsPlaced placed = targets.orders().asPlaced(order);
    PlaceOrder as = placed.order();
    PlaceOrder cancelled =
        new PlaceOrder(
            as.company(), as.customerReference(), as.placedOn(), as.promise(), as.lines(), reason);
    targets.orders().place(order, cancelled, SOURCE, source);
  }

  private static Table theirs(FetchedBatch batch) {
    Set<String> columns = new LinkedHashSet<>();
    List<CsvRow> rows = new ArrayList<>();
    for (FetchedRecord record : batch.records()) {
      for (Map<String, String> row : record.rows()) {
        Map<String, String> cells = new HashMap<>();
        row.forEach((column, text) -> cells.putIfAbsent(TableHeader.named(column), text));
        columns.addAll(cells.keySet());
        rows.add(new CsvRow(FIRST_ROW + rows.size(), cells));
      }
    }
    // What a record leaves out is empty, whichever records happen to come together.
    columns.addAll(batch.mapping().theirs());
    return new Table(batch.source(), List.copyOf(columns), rows, List.of(), TableOrigin.TEXT);
  }

  private List<FetchedOutcome> orders(FetchedBatch batch, Table mapped, Mode mode) {
    Table named = CodesByName.of(targets, mapped).in(mapped);
    List<FetchedOutcome> outcomes = new ArrayList<>();
    int from = 0;
    for (FetchedRecord record : batch.records()) {
      int until = from + record.rows().size();
      outcomes.add(order(batch, with(named, named.rows().subList(from, until)), mode));
      from = until;
    }
    return outcomes;
  }

  private FetchedOutcome order(FetchedBatch batch, Table ofRecord, Mode mode) {
    if (ofRecord.rows().isEmpty()) {
      return FetchedOutcome.refused("", "has no rows");
    }
    OrderSheet sheet = OrderSheet.of(ofRecord);
    ImportTask task = ImportTask.unrecorded(mode, by(batch), true);
    intake.place(sheet, task, () -> false, done -> {});
    List<RowOutcome> rows = task.witness().outcomes();
    List<String> numbers = rows.stream().map(RowOutcome::order).distinct().toList();
    List<FetchedFault> faults =
        rows.stream()
            .flatMap(row -> row.refusals().stream())
            .map(cell -> new FetchedFault(cell.column(), cell.reason()))
            .distinct()
            .toList();
    if (!faults.isEmpty()) {
      return FetchedOutcome.refused(numbers, faults);
    }
    List<SaidOtherwise> changes =
        rows.stream().flatMap(row -> row.changes().stream()).map(FetchedRecords::said).toList();
    return new FetchedOutcome(saved(rows), numbers, changes, List.of());
  }

  private static SaveOutcome saved(List<RowOutcome> rows) {
    Set<RowOutcome.RowFate> fates =
        rows.stream().map(RowOutcome::outcome).collect(Collectors.toSet());
    return Stream.of(SaveOutcome.CREATED, SaveOutcome.CHANGED)
        .filter(outcome -> fates.contains(RowOutcome.RowFate.of(outcome)))
        .findFirst()
        .orElse(SaveOutcome.UNCHANGED);
  }

  private static SaidOtherwise said(FieldChange change) {
    return new SaidOtherwise(
        change.column(), change.line(), text(change.before()), text(change.after()));
  }

  private static String text(Object value) {
    return value == null ? null : String.valueOf(value);
  }

  private List<FetchedOutcome> reports(FetchedBatch batch, Table mapped, Mode mode) {
    PlantLog log = PlantLog.of(revised(batch, mapped), plant, PlantLog.Repeats.ONE_REPORT);
    LogOwner owner =
        batch
            .company()
            .map(code -> new LogOwner(code, Optional.empty()))
            .orElse(LogOwner.NOBODY_SAID);
    ImportedBy by = by(batch);
    PlantLogSummary summary =
        intake.take(
            log,
            LogRouting.stored(batch.routing().map(this::routing)),
            owner,
            new LogDelivery(ReplaySpeed.allAtOnce(), by, done -> {}),
            ImportTask.unrecorded(mode, by, false));
    Map<Long, RefusedRow> refused = new HashMap<>();
    summary.refused().forEach(row -> refused.putIfAbsent(row.line(), row));
    return ofLines(batch, summary.log(), refused);
  }

  /** A report is never changed: what is said anew is another, which corrects the one before. */
  private static Table revised(FetchedBatch batch, Table mapped) {
    List<CsvRow> rows = new ArrayList<>();
    int at = 0;
    for (FetchedRecord record : batch.records()) {
      for (int row = 0; row < record.rows().size(); row++, at++) {
        CsvRow said = mapped.rows().get(at);
        String id = said.text("id");
        rows.add(
            id == null || record.revision() == 0
                ? said
                : said.with(
                    Map.of(
                        "id", revision(id, record.revision()),
                        "corrects", revision(id, record.revision() - 1)),
                    Map.of()));
      }
    }
    List<String> columns =
        Stream.concat(mapped.columns().stream(), Stream.of("id", "corrects")).distinct().toList();
    return new Table(mapped.name(), columns, rows, List.of(), mapped.origin());
  }

  private static String revision(String id, int number) {
    return number == 0 ? id : id + "~" + number;
  }

  private static List<FetchedOutcome> ofLines(
      FetchedBatch batch, PlantLog log, Map<Long, RefusedRow> refused) {
    List<FetchedOutcome> outcomes = new ArrayList<>();
    long line = FIRST_ROW;
    for (FetchedRecord record : batch.records()) {
      Set<String> numbers = new LinkedHashSet<>();
      List<FetchedFault> faults = new ArrayList<>();
      for (int row = 0; row < record.rows().size(); row++, line++) {
        numbers.add(log.order(line));
        if (refused.containsKey(line)) {
          RefusedRow why = refused.get(line);
          faults.add(new FetchedFault(why.column(), why.reason()));
        }
      }
      numbers.remove("");
      outcomes.add(
          faults.isEmpty()
              ? new FetchedOutcome(SaveOutcome.CREATED, List.copyOf(numbers), List.of(), List.of())
              : FetchedOutcome.refused(List.copyOf(numbers), faults));
    }
    return outcomes;
  }

  private Routing routing(String code) {
    return targets
        .routings()
        .find(code)
        .orElseThrow(() -> new Rejection.Invalid("routing", "There is no routing “" + code + "”"));
  }

  private static Table with(Table table, List<CsvRow> rows) {
    return new Table(table.name(), table.columns(), rows, List.of(), table.origin());
  }

  private static ImportedBy by(FetchedBatch batch) {
    return new ImportedBy(
        batch.source(),
        Sender.program(batch.source()),
        true,
        Actor.system(batch.source()),
        Optional.empty());
  }
}
