package org.vitrine.nonconformances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.Contained.ThingStanding;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderNumber;
import org.vitrine.traceability.Affected;
import org.vitrine.traceability.Affected.Location;
import org.vitrine.traceability.Impact;
import org.vitrine.traceability.NodeKind;

/** What becomes of what was reached before, once it is sought again. */
class ContainmentPlanTest {
  private static final Affected IN_HOUSE = piece(1, Location.HOUSE);
  private static final Affected ON_THE_ROAD = piece(2, Location.ROAD);

  private static Affected piece(long node, Location where) {
    boolean left = where != Location.HOUSE;
    return new Affected(
        node,
        NodeKind.PIECE,
        "SN-" + node,
        Optional.of(new OrderNumber("SO-1")),
        Optional.of(1),
        left ? Optional.of(new CompanyId(7)) : Optional.empty(),
        Optional.empty(),
        where,
        left ? Optional.empty() : Optional.of("Winder 1"));
  }

  private static Affected ofLot(Location where, Integer line, int amount) {
    return new Affected(
        9,
        NodeKind.LOT,
        "C-1",
        line == null ? Optional.empty() : Optional.of(new OrderNumber("SO-1")),
        Optional.ofNullable(line),
        line == null ? Optional.empty() : Optional.of(new CompanyId(7)),
        Optional.of(Amount.of(amount)),
        where,
        Optional.empty());
  }

  private static ContainmentPlan first(Affected... known) {
    return ContainmentPlan.of(List.of(), new Impact(List.of(known), List.of()));
  }

  private static List<ThingStanding> standings(List<Contained> things) {
    return things.stream().map(Contained::standing).toList();
  }

  @Test
  void what_is_in_house_is_held_and_what_left_is_away() {
    ContainmentPlan plan = first(IN_HOUSE, ON_THE_ROAD);

    assertThat(standings(plan.after())).containsExactly(ThingStanding.HELD, ThingStanding.AWAY);
    assertThat(plan.added()).hasSize(2);
    assertThat(plan.counts().house().stations().getFirst().station()).isEqualTo("Winder 1");
    assertThat(plan.counts().road().pieces()).isEqualTo(1);
  }

  @Test
  void the_same_again_changes_nothing() {
    List<Contained> before = first(IN_HOUSE, ON_THE_ROAD).after();
    Impact again = new Impact(List.of(IN_HOUSE, ON_THE_ROAD), List.of());
    assertThat(ContainmentPlan.of(before, again).isNothing()).isTrue();
  }

  @Test
  void what_was_released_stays_so_and_what_is_not_reached_is_cleared() {
    Contained released = first(IN_HOUSE).after().getFirst().standing(ThingStanding.RELEASED);
    Contained away = first(ON_THE_ROAD).after().getFirst();

    ContainmentPlan plan =
        ContainmentPlan.of(List.of(released, away), new Impact(List.of(IN_HOUSE), List.of()));

    assertThat(standings(plan.after())).containsExactly(ThingStanding.RELEASED);
    assertThat(plan.added()).isEmpty();
    assertThat(standings(plan.changed())).containsExactly(ThingStanding.CLEARED);
    assertThat(plan.cleared()).hasSize(1);
    assertThat(plan.counts().all().pieces()).isZero();
  }

  @Test
  void what_was_cleared_and_is_reached_again_is_held_again() {
    Contained cleared = first(IN_HOUSE).after().getFirst().standing(ThingStanding.CLEARED);
    ContainmentPlan plan =
        ContainmentPlan.of(List.of(cleared), new Impact(List.of(), List.of(IN_HOUSE)));

    assertThat(standings(plan.after())).containsExactly(ThingStanding.HELD);
    assertThat(plan.added()).hasSize(1);
    assertThat(plan.counts().unknown().pieces()).isEqualTo(1);
  }

  @Test
  void what_is_sought_no_more_stays_held_until_two_agree() {
    List<Contained> before = first(IN_HOUSE, ON_THE_ROAD).after();
    Impact nothing = new Impact(List.of(), List.of());

    ContainmentPlan narrower = ContainmentPlan.soughtOtherwise(before, nothing);
    assertThat(standings(narrower.after())).containsExactly(ThingStanding.HELD);
    assertThat(narrower.kept()).hasSize(1);
    assertThat(narrower.cleared()).extracting(Contained::code).containsExactly("SN-2");

    ContainmentPlan followed = ContainmentPlan.of(narrower.changed(), nothing);
    assertThat(followed.isNothing()).as("nothing else lets it go").isTrue();
    ContainmentPlan wider =
        ContainmentPlan.soughtOtherwise(
            narrower.changed(), new Impact(List.of(IN_HOUSE), List.of()));
    assertThat(wider.changed()).extracting(Contained::narrowed).containsExactly(false);
    assertThat(wider.added()).isEmpty();
  }

  @Test
  void what_leaves_of_a_released_lot_is_released_and_so_is_what_comes_back() {
    Affected inHouse = ofLot(Location.HOUSE, null, 100);
    Affected left = ofLot(Location.ROAD, 1, 100);
    List<Contained> released =
        List.of(first(inHouse).after().getFirst().standing(ThingStanding.RELEASED));

    ContainmentPlan some =
        ContainmentPlan.of(released, new Impact(List.of(inHouse, left), List.of()));
    ContainmentPlan all = ContainmentPlan.of(released, new Impact(List.of(left), List.of()));

    assertThat(standings(some.changed())).containsExactly(ThingStanding.RELEASED);
    assertThat(some.added()).isEmpty();
    assertThat(standings(all.changed())).containsExactly(ThingStanding.RELEASED);
    ContainmentPlan back =
        ContainmentPlan.of(
            List.of(released.getFirst(), all.changed().getFirst()),
            new Impact(List.of(inHouse), List.of()));
    assertThat(standings(back.after())).containsExactly(ThingStanding.RELEASED);
  }

  @Test
  void what_leaves_though_it_is_held_stays_in_sight() {
    List<Contained> before = first(IN_HOUSE).after();
    ContainmentPlan plan =
        ContainmentPlan.of(before, new Impact(List.of(piece(1, Location.CUSTOMER)), List.of()));

    assertThat(standings(plan.changed())).containsExactly(ThingStanding.AWAY);
    assertThat(plan.added()).isEmpty();
    assertThat(plan.counts().customers().companies()).isEqualTo(1);
  }

  @Test
  void a_lot_of_which_some_left_is_counted_where_that_is_and_once_as_a_whole() {
    ContainmentPlan plan =
        first(
            ofLot(Location.HOUSE, null, 100),
            ofLot(Location.ROAD, 1, 10),
            ofLot(Location.CUSTOMER, 1, 20),
            ofLot(Location.CUSTOMER, 2, 5));

    assertThat(plan.after()).as("one for each line").hasSize(3);
    assertThat(plan.after().get(1).whose().amount()).contains(Amount.of(30));
    assertThat(plan.counts().all().lots()).isEqualTo(1);
    assertThat(plan.counts().house().count().lots()).isEqualTo(1);
    assertThat(plan.counts().customers().count().lots()).isEqualTo(1);
  }
}
