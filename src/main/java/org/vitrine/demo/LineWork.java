package org.vitrine.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vitrine.orders.Line;
import org.vitrine.production.Routing;
import org.vitrine.production.Stage;

/**
 * The way of one line through the plant, in hours of work since it was ordered. Its pieces travel
 * in batches: a stage begins while the one before still works, and each batch follows when it is
 * ready.
 */
final class LineWork {
  private static final double PART_OF_THE_STAGE_BEFORE_THE_NEXT_BEGINS = 0.75;

  final RandomGenerator random;
  final Line line;
  final Product product;
  final Routing routing;
  final String serial;
  final int batches;

  /** When each batch is through the stages that were worked on so far. */
  final double[] ready;

  private final Fate fate;
  private final String troubledStage;
  private final List<Deed> deeds = new ArrayList<>();

  /** Something done and said after so many hours of work, having taken some of them. */
  record Deed(double hour, double took, ReportDraft said) {}

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
    double hours = stage.usualHours() / share * (0.82 + 0.24 * random.nextDouble());
    int before = deeds.size();
    double ends =
        new StageWork(this, stage, troubleAt(stage), begins, hours / batches, deeds).run();
    if (fate.forgotten() && stage.code().equals(forgettable())) {
      deeds.subList(before, deeds.size()).clear();
    }
    return prepares ? ends : begins + hours * share;
  }

  private Trouble troubleAt(Stage stage) {
    return new Trouble(
        fate.held() && stage.code().equals(troubledStage),
        fate.partsLate() && stage.code().equals("materials"),
        fate.failed() && stage.code().equals("final-inspection"),
        fate.byHand() && stage.code().equals("assembly"));
  }

  /** The last stage before delivery of which the customer demanded nothing. */
  private String forgettable() {
    return routing.stages().subList(2, routing.stages().size() - 1).reversed().stream()
        .map(Stage::code)
        .filter(code -> product.checksAt(code).isEmpty())
        .findFirst()
        .orElse("");
  }
}
