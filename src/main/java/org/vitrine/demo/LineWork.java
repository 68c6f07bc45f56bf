package org.vitrine.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vitrine.demo.Said.Pieces;
import org.vitrine.demo.Said.Place;
import org.vitrine.demo.Said.Post;
import org.vitrine.orders.Line;
import org.vitrine.production.Routing;
import org.vitrine.production.Source;
import org.vitrine.production.Stage;

/**
 * The way of one line through the plant, in hours of work since it was ordered. Its pieces travel
 * in batches: a stage begins while the one before still works, and each batch follows when it is
 * ready.
 */
final class LineWork {
  private static final String REPAIR = "Repair";
  private static final String BY_HAND = "Customer's logo by hand";
  private static final double PART_OF_THE_STAGE_BEFORE_THE_NEXT_BEGINS = 0.75;

  private final RandomGenerator random;
  private final Line line;
  private final Product product;
  private final Routing routing;
  private final Fate fate;
  private final String serial;
  private final int batches;
  private final double[] ready;
  private final String troubledStage;
  private final List<Deed> deeds = new ArrayList<>();

  /** Something done and said after so many hours of work, having taken some of them. */
  record Deed(double hour, double took, Said said) {}

  /**
   * @param serial what the serial numbers of its units begin with
   */
  LineWork(
      RandomGenerator random,
      Line line,
      Product product,
      Routing routing,
      Fate fate,
      String serial) {
    this.random = random;
    this.line = line;
    this.product = product;
    this.routing = routing;
    this.fate = fate;
    this.serial = serial;
    this.batches = 4 + random.nextInt(4);
    this.ready = new double[batches];
    List<Stage> made = routing.stages().subList(2, routing.stages().size() - 2);
    this.troubledStage = made.get(random.nextInt(made.size())).code();
  }

  /** Everything that is done, where work begins after so many hours. */
  List<Deed> from(double hour) {
    double begins = hour;
    for (Stage stage : routing.stages()) {
      begins = work(stage, begins);
    }
    return deeds;
  }

  /** Works on every batch in this stage; returns when the next stage may begin. */
  private double work(Stage stage, double begins) {
    boolean prepares = routing.stages().indexOf(stage) < 2;
    double share = prepares ? 1 : PART_OF_THE_STAGE_BEFORE_THE_NEXT_BEGINS;
    double hours = stage.usualHours() * Shifts.WORKED / share * (0.82 + 0.24 * random.nextDouble());
    int before = deeds.size();
    double ends = new StageWork(stage, begins, hours / batches).run();
    if (fate.forgotten() && stage.code().equals(forgettable())) {
      deeds.subList(before, deeds.size()).clear();
    }
    return prepares ? ends : begins + hours * share;
  }

  /** The last stage before delivery of which the customer demanded nothing. */
  private String forgettable() {
    return routing.stages().subList(2, routing.stages().size() - 1).reversed().stream()
        .map(Stage::code)
        .filter(code -> product.checksAt(code).isEmpty())
        .findFirst()
        .orElse("");
  }

  /** One stage of it. */
  private final class StageWork {
    private final Stage stage;
    private final List<String> steps;
    private final List<Post> posts;
    private final double hoursPerBatch;
    private final boolean inspects;
    private double now;
    private double settled;
    private int missing;

    StageWork(Stage stage, double begins, double hoursPerBatch) {
      this.stage = stage;
      this.steps =
          stage.operations().stream().filter(operation -> !operation.equals(REPAIR)).toList();
      int position = routing.stages().indexOf(stage);
      this.posts =
          steps.stream().map(step -> Crew.at(stage.code(), position, step, random)).toList();
      this.hoursPerBatch = hoursPerBatch;
      this.inspects = stage.operations().contains(REPAIR);
      this.now = begins;
    }

    double run() {
      now = Math.max(now, ready[0]);
      say(0, now, place(0).started());
      for (int batch = 0; batch < batches; batch++) {
        now = Math.max(now, ready[batch]);
        if (batch == 1) {
          maybeHold();
        }
        work(batch);
        ready[batch] = now;
      }
      makeUp();
      now = Math.max(now, settled) + 0.1;
      ready[batches - 1] = now;
      say(0, now, place(steps.size() - 1).finished());
      return now;
    }

    private void work(int batch) {
      int pieces = line.quantity() * (batch + 1) / batches - line.quantity() * batch / batches;
      for (int step = 0; step < steps.size(); step++) {
        double took = hoursPerBatch / steps.size() * (0.85 + 0.25 * random.nextDouble());
        now += took;
        boolean last = step == steps.size() - 1;
        say(took, now, place(step).progressed(last ? counted(pieces) : Pieces.of(pieces, 0, 0)));
        measure(step, batch);
      }
      if (fate.byHand() && stage.code().equals("assembly") && batch == 1) {
        say(
            1,
            now + 0.4,
            new Place(line.number(), null, BY_HAND, new Post(Source.MANUAL, "Sun Li", "side table"))
                .progressed(Pieces.of(pieces, 0, 0)));
      }
    }

    /** What of a batch passes the last operation; what does not is repaired or made again. */
    private Pieces counted(int pieces) {
      int rejected = inspects ? random.nextInt(1 + pieces / 12) : 0;
      int scrapped = random.nextInt(8) == 0 ? Math.min(1 + random.nextInt(2), pieces) : 0;
      rejected = Math.min(rejected, pieces - scrapped);
      missing += rejected + scrapped;
      return Pieces.of(pieces - rejected - scrapped, rejected, scrapped);
    }

    private void makeUp() {
      if (missing == 0) {
        return;
      }
      double took = 0.5 * hoursPerBatch;
      now += took;
      if (inspects) {
        say(took, now - 0.2, repairing().progressed(Pieces.reworked(missing)));
      }
      say(took, now, place(steps.size() - 1).progressed(Pieces.of(missing, 0, 0)));
    }

    private void maybeHold() {
      boolean late = fate.partsLate() && stage.code().equals("materials");
      if (!late && !(fate.held() && stage.code().equals(troubledStage))) {
        return;
      }
      double lasts = late ? 36 + 18 * random.nextDouble() : 10 + 20 * random.nextDouble();
      String reason = late ? Trouble.lateParts(random) : Trouble.hold(random);
      say(0, now + 0.3, place(0).held(reason));
      now += lasts;
      say(0, now, place(0).resumed());
    }

    /** Measures the units of the sample that are in this batch. */
    private void measure(int step, int batch) {
      for (Check check : product.checksAt(stage.code())) {
        if (check.operation().equals(steps.get(step))) {
          int sample = check.requirement().sample();
          for (int unit = 0; unit < sample; unit++) {
            if (unit * batches / sample == batch) {
              measure(check, step, unit, now + 0.05 + 0.04 * unit);
            }
          }
        }
      }
    }

    private void measure(Check check, int step, int unit, double hour) {
      String name = "%s-%03d".formatted(serial, 1 + unit * line.quantity() / 10);
      double passes = hour;
      if (fate.failed() && inspects && unit == 1 && check.operation().equals("Leak test")) {
        passes = hour + 9 + 8 * random.nextDouble();
        say(0, hour, place(step).read(check.bad(name, random)));
        say(2, passes - 0.5, repairing().progressed(Pieces.reworked(1)));
      }
      say(0, passes, place(step).read(check.good(name, random)));
      settled = Math.max(settled, passes);
    }

    private Place place(int step) {
      return new Place(line.number(), stage.code(), steps.get(step), posts.get(step));
    }

    private Place repairing() {
      return new Place(
          line.number(),
          stage.code(),
          REPAIR,
          Crew.at(stage.code(), routing.stages().indexOf(stage), REPAIR, random));
    }

    private void say(double took, double hour, Said said) {
      deeds.add(new Deed(hour, took, said));
    }
  }
}
