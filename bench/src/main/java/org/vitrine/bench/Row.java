package org.vitrine.bench;

import java.time.Duration;
import java.util.List;
import org.vitrine.bench.lab.Lab;

/** One row of the table: a job, done by Vitrine and by what it is measured against. */
public interface Row {
  int number();

  /** The job, as the table says it. */
  String job();

  /** What it is measured against and how, in a few sentences. */
  String method();

  /** Past this it is given up. */
  default Duration longest() {
    return Duration.ofMinutes(10);
  }

  /** Whatever it starts belongs to the lab, which ends it. */
  List<Finding> measure(Lab lab) throws Exception;
}
