package org.vitrine.stations;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vitrine.orders.OrderNumber;
import org.vitrine.production.Stage;
import org.vitrine.stations.Scanned.DeadEnd;

/** Says of lines what is to be done with them: here, or where else. */
final class StepFinder {
  private static final int MOST_CHOICES = 50;

  private final Supplier<Collection<StationEntry>> stations;
  private final Supplier<URI> house;

  StepFinder(Supplier<Collection<StationEntry>> stations, Supplier<URI> house) {
    this.stations = stations;
    this.house = house;
  }

  /** One step of a line, as a traveller names it. */
  ScanAnswer at(FloorLine line, String step, StationEntry here) {
    StationWork own = StationWork.of(here);
    List<WorkItem> ready = own.ready(line, house.get());
    Optional<WorkItem> named =
        own.on(line, house.get()).stream().filter(item -> isNamed(item, step)).findFirst();
    if (named.isPresent()) {
      boolean isEarly = ready.stream().noneMatch(item -> isNamed(item, step));
      return new ScanAnswer.FoundHere(
          named.get(), isEarly ? Optional.of("early") : Optional.empty());
    }
    Optional<FloorStage> stage = stage(line, step).filter(FloorStage::isOpen);
    if (stage.isPresent() && stage.get().wants(step)) {
      return elsewhere(line, stage.get(), here, "other");
    }
    return ready.isEmpty() ? next(line, here) : among(ready, "done");
  }

  /** Whatever of these lines is done here; where nothing is, where the first of them goes next. */
  ScanAnswer among(List<FloorLine> lines, StationEntry here) {
    StationWork own = StationWork.of(here);
    List<WorkItem> ready = items(lines, line -> own.ready(line, house.get()));
    List<WorkItem> found =
        ready.isEmpty() ? items(lines, line -> own.on(line, house.get())) : ready;
    if (!found.isEmpty()) {
      return among(found, ready.isEmpty() ? "early" : null);
    }
    return lines.isEmpty()
        ? ScanAnswer.LeadsNowhere.of(DeadEnd.OVER)
        : next(lines.getFirst(), here);
  }

  /** What a line asks for. */
  private interface LineQuestion {
    List<WorkItem> of(FloorLine line);
  }

  private static List<WorkItem> items(List<FloorLine> lines, LineQuestion asked) {
    return lines.stream().flatMap(line -> asked.of(line).stream()).toList();
  }

  private static ScanAnswer among(List<WorkItem> found, String why) {
    return found.size() == 1
        ? new ScanAnswer.FoundHere(found.getFirst(), Optional.ofNullable(why))
        : new ScanAnswer.WorkChoices(found.stream().limit(MOST_CHOICES).toList());
  }

  private ScanAnswer next(FloorLine line, StationEntry here) {
    return line.stages().stream()
        .filter(FloorStage::isOpen)
        .filter(FloorStage::isReached)
        .findFirst()
        .or(() -> line.stages().stream().filter(FloorStage::isOpen).findFirst())
        .map(stage -> elsewhere(line, stage, here, "done"))
        .orElseGet(() -> ScanAnswer.LeadsNowhere.of(DeadEnd.OVER));
  }

  private ScanAnswer elsewhere(FloorLine line, FloorStage stage, StationEntry here, String why) {
    List<StationEntry> others =
        stations.get().stream()
            .filter(other -> other.id() != here.id())
            .filter(other -> items(line, stage, other).findAny().isPresent())
            .toList();
    WorkItem work =
        others.stream()
            .flatMap(other -> items(line, stage, other))
            .findFirst()
            .orElseGet(() -> whole(line, stage));
    return new ScanAnswer.FoundElsewhere(
        work.place(), others.stream().map(StationEntry::name).sorted().toList(), why);
  }

  private Stream<WorkItem> items(FloorLine line, FloorStage stage, StationEntry at) {
    return StationWork.of(at).on(line, house.get()).stream()
        .filter(item -> item.place().stage().equals(stage.stage().code()));
  }

  private WorkItem whole(FloorLine line, FloorStage stage) {
    return StationWork.item(line, stage, Optional.empty(), house.get());
  }

  private static Optional<FloorStage> stage(FloorLine line, String step) {
    Optional<String> code =
        line.routing()
            .stage(step)
            .or(() -> line.routing().stagesOf(step).stream().findFirst())
            .map(Stage::code);
    return line.stages().stream()
        .filter(one -> code.filter(one.stage().code()::equals).isPresent())
        .findFirst();
  }

  private static boolean isNamed(WorkItem item, String step) {
    return OrderNumber.key(item.place().step()).equals(OrderNumber.key(step))
        || item.place().stage().equals(step);
  }
}
