package org.vitrine.bench;

import java.util.List;
import org.vitrine.bench.lab.Lab;

/** One row of the table: a job, done by Vitrine and by what it is measured against. */
public interface Row {
  int number();

  /** The job, as the table says it. */
  String job();

  /** What it is measured against and how, in a few sentences. */
  String method();

  /** Whatever it starts belongs to the lab, which ends it. */
  List<Finding> measure(Lab lab) throws Exception;
}
