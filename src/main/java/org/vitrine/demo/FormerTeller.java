package org.vitrine.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vitrine.demo.Happening.GoodsLeft;
import org.vitrine.demo.Happening.ReportTold;
import org.vitrine.demo.Teller.Stamped;
import org.vitrine.orders.OrderNumber;

/** Brings what was bought in former years: each order in three steps, all reports of it in one. */
final class FormerTeller {
  static final int DAYS_ON_THE_ROAD = 4;

  private final Teller teller;
  private final PlantClock clock;
  private final FormerYears years;

  FormerTeller(Teller teller, PlantClock clock, FormerYears years) {
    this.teller = teller;
    this.clock = clock;
    this.years = years;
  }

  /** All but those that were told before somebody broke off. */
  void tell(Set<OrderNumber> known) {
    try {
      years.stories().stream().filter(story -> !known.contains(story.number())).forEach(this::tell);
    } finally {
      clock.showReal();
    }
  }

  private void tell(Story story) {
    List<Stamped> before = new ArrayList<>();
    List<Stamped> made = new ArrayList<>();
    List<Stamped> left = new ArrayList<>();
    for (Happening happening : story.happenings()) {
      switch (happening) {
        case ReportTold told -> made.add(new Stamped(story, told, told.began(), told.at()));
        case GoodsLeft goods -> left.add(new Stamped(story, goods, goods.at(), goods.at()));
        default -> before.add(new Stamped(story, happening, happening.at(), happening.at()));
      }
    }
    teller.tell(before, clock::showPast);
    teller.tell(made, clock::showPast);
    teller.tell(left, clock::showPast);
    Instant ends = story.ends();
    LocalDate arrives = ends.atZone(years.shifts().zone()).toLocalDate().plusDays(DAYS_ON_THE_ROAD);
    clock.showPast(arrives.atTime(11, 0).atZone(years.shifts().zone()).toInstant());
    teller.arrive(story.number(), arrives);
  }
}
