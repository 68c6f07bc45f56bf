package org.vitrine.devices;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.StageProgress;
import org.vitrine.tracking.Audience;
import org.vitrine.tracking.ShownPart;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.TrackingRoutes;

/** Orders as somebody may see them: what is another company's is not there. */
final class SeenOrders {
  private final Tracking tracking;
  private final OrderSnapshots snapshots;

  SeenOrders(Tracking tracking, OrderSnapshots snapshots) {
    this.tracking = tracking;
    this.snapshots = snapshots;
  }

  /**
   * An order, and what of it is shown.
   *
   * @param isStaff the house sees all
   */
  record SeenOrder(OrderSnapshot order, ShownPart shown, boolean isStaff) {

    /** Whether what is measured at a stage is shown. */
    boolean shows(StageProgress stage) {
      return shown.shows(stage) && shown.showsMeasuredAt(stage.stage().code());
    }

    /** Whether every single value is. */
    boolean showsCharts() {
      return isStaff || shown.charts();
    }

    Optional<Line> line(int number) {
      return order.order().lines().stream().filter(line -> line.number() == number).findFirst();
    }
  }

  /** Throws {@link Rejection.NotFound} where there is none, or it is somebody else's. */
  SeenOrder require(Caller caller, OrderNumber number) {
    Optional<CompanyId> company = TrackingRoutes.companyOf(caller);
    OrderId id = tracking.require(number, company);
    OrderSnapshot order =
        snapshots.read(company, List.of(id)).stream()
            .findFirst()
            .orElseThrow(() -> new Rejection.NotFound("There is no such order"));
    boolean staff = Audience.of(caller) instanceof Audience.Staff;
    return new SeenOrder(order, staff ? ShownPart.ALL : tracking.shownTo(order.company()), staff);
  }
}
