package org.vitrine.demo;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vitrine.demo.LineWork.Deed;
import org.vitrine.demo.ReportDraft.Post;
import org.vitrine.orders.LocalizedText;
import org.vitrine.production.Report.Origin;
import org.vitrine.production.Report.Pieces;
import org.vitrine.production.Report.Place;
import org.vitrine.production.Source;
import org.vitrine.production.Stage;

/** What is done to one line in one stage, batch after batch. */
final class StageWork {
  private static final String REPAIR = "Repair";
  private static final Origin SIDE_TABLE = new Origin(Source.MANUAL, "Sun Li", "ST-90");
  private static final String BY_HAND = "Customer's logo by hand";

  private final LineWork work;
  private final Stage stage;
  private final Trouble trouble;
  private final double hoursPerBatch;
  private final List<Deed> deeds;
  private final RandomGenerator random;
  private final int quantity;
  private final int position;
  private final List<String> steps;
  private final List<Origin> crew;
  private double now;
  private double settled;
  private int missing;

  StageWork(
      LineWork work,
      Stage stage,
      Trouble trouble,
      double begins,
      double hoursPerBatch,
      List<Deed> deeds) {
    this.work = work;
    this.stage = stage;
    this.trouble = trouble;
    this.hoursPerBatch = hoursPerBatch;
    this.deeds = deeds;
    this.random = work.random;
    this.quantity = (int) work.line.quantity().whole();
    this.position = work.routing.stages().indexOf(stage);
    this.steps =
        stage.operations().stream().filter(operation -> !operation.equals(REPAIR)).toList();
    this.crew = steps.stream().map(step -> Crew.at(stage.code(), position, step, random)).toList();
    this.now = begins;
  }

  /** Returns when the stage is done. */
  double run() {
    now = Math.max(now, work.ready[0]);
    say(0, now, post(0).started());
    if (position == 0) {
      acceptInOne();
    } else {
      workThrough();
    }
    return now;
  }

  /** An order is read whole, not in batches. */
  private void acceptInOne() {
    now += hoursPerBatch * work.batches;
    say(0, now, post(0).finished(ReportDraft.pieces(quantity, 0, 0)));
    Arrays.fill(work.ready, now);
  }

  private void workThrough() {
    for (int batch = 0; batch < work.batches; batch++) {
      now = Math.max(now, work.ready[batch]);
      if (batch == 1) {
        maybeHold();
      }
      work(batch);
      work.ready[batch] = now;
    }
    makeUp();
    now = Math.max(now, settled) + 0.1;
    work.ready[work.batches - 1] = now;
    say(0, now, post(steps.size() - 1).finished(Pieces.NONE));
  }

  private void maybeHold() {
    if (!trouble.held() && !trouble.partsLate()) {
      return;
    }
    double lasts =
        trouble.partsLate() ? 36 + 18 * random.nextDouble() : 10 + 20 * random.nextDouble();
    LocalizedText reason = trouble.partsLate() ? Trouble.lateParts(random) : Trouble.hold(random);
    say(0, now + 0.3, post(0).held(reason));
    now += lasts;
    say(0, now, post(0).resumed());
  }

  private void work(int batch) {
    int pieces = quantity * (batch + 1) / work.batches - quantity * batch / work.batches;
    for (int step = 0; step < steps.size(); step++) {
      double took = hoursPerBatch / steps.size() * (0.85 + 0.25 * random.nextDouble());
      now += took;
      boolean last = step == steps.size() - 1;
      say(
          took,
          now,
          post(step).progressed(last ? counted(pieces) : ReportDraft.pieces(pieces, 0, 0)));
      measure(step, batch);
    }
    if (trouble.byHand() && batch == 1) {
      Post table = new Post(new Place(work.line.number(), null, BY_HAND), SIDE_TABLE);
      say(1, now + 0.4, table.progressed(ReportDraft.pieces(pieces, 0, 0)));
    }
  }

  /** What of a batch passes the last operation; what does not is repaired or made again. */
  private Pieces counted(int pieces) {
    boolean makes = position > 1 && position < work.routing.stages().size() - 2;
    int scrapped = makes && random.nextInt(6) == 0 ? 1 + random.nextInt(2) : 0;
    int rejected = inspects() ? random.nextInt(1 + pieces / 12) : 0;
    missing += rejected + scrapped;
    return ReportDraft.pieces(pieces - rejected - scrapped, rejected, scrapped);
  }

  /** Measures the units of the sample that are in this batch. */
  private void measure(int step, int batch) {
    for (Check check : work.product.checksAt(stage.code())) {
      int sample = check.requirement().sample();
      for (int unit = 0; unit < sample; unit++) {
        if (check.operation().equals(steps.get(step)) && unit * work.batches / sample == batch) {
          measure(check, step, unit, now + 0.05 + 0.04 * unit);
        }
      }
    }
  }

  private void measure(Check check, int step, int unit, double hour) {
    String name = "%s-%03d".formatted(work.serial, 1 + unit * quantity / 10);
    double passes = hour;
    if (trouble.failed() && unit == 1 && check.operation().equals("Leak test")) {
      passes = hour + 9 + 8 * random.nextDouble();
      say(0, hour, post(step).read(check.bad(name, random)));
      say(2, passes - 0.5, repairing().progressed(ReportDraft.reworked(1)));
    }
    say(0, passes, post(step).read(check.good(name, random)));
    settled = Math.max(settled, passes);
  }

  /** What was rejected is repaired, what was scrapped is made again. */
  private void makeUp() {
    if (missing == 0) {
      return;
    }
    double took = 0.5 * hoursPerBatch;
    now += took;
    if (inspects()) {
      say(took, now - 0.2, repairing().progressed(ReportDraft.reworked(missing)));
    }
    say(took, now, post(steps.size() - 1).progressed(ReportDraft.pieces(missing, 0, 0)));
  }

  private boolean inspects() {
    return stage.operations().contains(REPAIR);
  }

  private Post post(int step) {
    return post(steps.get(step), crew.get(step));
  }

  private Post repairing() {
    return post(REPAIR, Crew.at(stage.code(), position, REPAIR, random));
  }

  private Post post(String operation, Origin origin) {
    return new Post(new Place(work.line.number(), stage.code(), operation), origin);
  }

  private void say(double took, double hour, ReportDraft said) {
    deeds.add(new Deed(hour, took, said));
  }
}
