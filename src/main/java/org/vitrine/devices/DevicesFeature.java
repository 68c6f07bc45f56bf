package org.vitrine.devices;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.time.Duration;
import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.Chore;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.tracking.Tracking;

/** What measures, what it measured, and what machines say of themselves. */
public final class DevicesFeature {
  private static final Duration LOOKED_AT_EVERY = Duration.ofHours(1);

  private DevicesFeature() {}

  /** The doors of the room, and the rooms below by which orders are shown. */
  public record DeviceGround(
      Gauges gauges,
      Conditions conditions,
      Machines machines,
      Tracking tracking,
      OrderSnapshots snapshots) {}

  public static Feature of(DeviceGround ground, Guards guards, Idempotency idempotency) {
    Gauges gauges = ground.gauges();
    SeenOrders seen = new SeenOrders(ground.tracking(), ground.snapshots());
    OrderConditions orders = new OrderConditions(seen, ground.conditions(), ground.machines());
    MeasuredValues values = new MeasuredValues(seen, gauges);
    return Feature.named("devices")
        .answering(
            new GaugeRoutes(gauges, guards, idempotency),
            new ConditionRoutes(ground.conditions(), ground.machines(), orders, values, guards))
        .showing(
            PageEntry.of("/devices", "devices/pages/devices.js")
                .needing(Permission.READ_PLANT.code())
                .inMenu(MANAGE, 17, "nav.devices"))
        .extending("/orders/:number", "devices/pages/on-order.js")
        .forgetting(
            List.of(
                sweeps -> ground.conditions().addSweeps(sweeps),
                sweeps -> ground.machines().addSweeps(sweeps)))
        .doing(new Chore("calibrations that run out", LOOKED_AT_EVERY, gauges::tellDue));
  }
}
