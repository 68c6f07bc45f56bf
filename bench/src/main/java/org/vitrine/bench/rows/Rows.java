package org.vitrine.bench.rows;

import java.util.List;
import org.vitrine.bench.Row;

/** All rows, in their order. */
public final class Rows {
  private Rows() {}

  public static List<Row> all() {
    return List.of(
        new FanOut(),
        new Burst(),
        new SameNode(),
        new OtherNode(),
        new Idle(),
        new PageReads(),
        new SingleReports(),
        new Batches(),
        new Storm(),
        new Stopped(),
        new Growth(),
        new Nodes(),
        new FirstPane(),
        new ListStorm(),
        new Messages(),
        new NoticesWritten(),
        new Alike(),
        new Meeting(),
        new DesignReview(),
        new FindAnything(),
        new LongLists(),
        new Reach(),
        new LookUpTimes(),
        new NightlyTable(),
        new MorningTold(),
        new StationsAtWork());
  }
}
