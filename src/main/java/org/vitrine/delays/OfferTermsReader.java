package org.vitrine.delays;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.delays.SilentConsent.SilenceGround;
import org.vitrine.orders.Line;
import org.vitrine.orders.OfferedKind;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSummary;

/** What may be offered of an order, for whoever fills in the form. */
final class OfferTermsReader {
  private final Database database;
  private final OfferedOrders orders;
  private final HouseOffers house;
  private final KeepingChances chances;
  private final RiskRepository risks = new RiskRepository();

  OfferTermsReader(
      Database database, OfferedOrders orders, HouseOffers house, KeepingChances chances) {
    this.database = database;
    this.orders = orders;
    this.house = house;
    this.chances = chances;
  }

  ObjectNode of(OrderId order) {
    OrderSnapshot snapshot = orders.require(database, order);
    OrderSummary summary = orders.summary(snapshot);
    OfferChecks checks = house.checks(database, snapshot, summary, orders.workingDays(database));
    ObjectNode page = Json.object().put("today", checks.today().toString());
    page.put("answerBy", checks.usualAnswerBy().toString());
    page.set("remedies", Json.tree(checks.agreed().remedies()));
    Set<Integer> atRisk =
        risks.of(database, order).stream().map(DelayRisk::line).collect(Collectors.toSet());
    ObjectNode lines = page.putObject("lines");
    for (Line line : snapshot.order().lines()) {
      if (checks.open().contains(line.number())) {
        lines.set(
            String.valueOf(line.number()),
            line(line, summary, checks).put("atRisk", atRisk.contains(line.number())));
      }
    }
    return page;
  }

  /**
   * A line of which something is still to be made.
   *
   * @return with the last day to which silence can be consent, where it can
   */
  private ObjectNode line(Line line, OrderSummary summary, OfferChecks checks) {
    int number = line.number();
    ObjectNode page = Json.object().put("number", number);
    page.set("product", Json.tree(line.product()));
    page.set("quantity", Json.tree(line.quantity()));
    Optional<LocalDate> promised = Optional.ofNullable(checks.promised().get(number));
    promised.ifPresent(day -> page.put("promised", day.toString()));
    summary
        .due()
        .lines()
        .get(number)
        .forecast()
        .ifPresent(
            dates ->
                page.put("likely", dates.likely().toString())
                    .put("latest", dates.latest().toString()));
    chances.of(summary, number).ifPresent(chance -> page.put("chance", chance));
    page.put(
        "waiting",
        checks.before().stream()
            .anyMatch(one -> one.state() == OfferState.OPEN && one.isAbout(number)));
    promised
        .flatMap(any -> checks.agreedDay(number))
        .map(day -> day.plusDays(SilentConsent.MOST_DAYS_LATER))
        .filter(
            latest ->
                SilentConsent.refusal(
                        new SilenceGround(
                            checks.agreed().silence(),
                            OfferedKind.DATE,
                            Optional.of(latest),
                            checks.agreedDay(number),
                            checks.consents(number, Optional.empty())))
                    .isEmpty())
        .filter(latest -> checks.reached() && latest.isAfter(promised.orElseThrow()))
        .ifPresent(latest -> page.put("silenceUntil", latest.toString()));
    return page;
  }
}
