package org.vitrine.gather.plan;

import java.util.List;
import java.util.stream.Collectors;

/** The file cannot be used; it has all of its faults. */
public final class FaultyPlan extends Exception {
  private final transient List<Fault> faults;

  FaultyPlan(String file, List<Fault> faults) {
    super(
        faults.stream()
            .sorted()
            .map(fault -> file + ", " + fault)
            .collect(Collectors.joining("\n")));
    this.faults = faults.stream().sorted().toList();
  }

  public List<Fault> faults() {
    return faults;
  }
}
