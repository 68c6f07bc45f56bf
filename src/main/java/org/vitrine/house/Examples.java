package org.vitrine.house;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.Company;
import org.vitrine.house.ExampleRepository.MarkedCompany;
import org.vitrine.house.ExampleScript.ExampleOrder;
import org.vitrine.house.ExampleScript.ExampleWay;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.orders.Orders;
import org.vitrine.people.People;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.production.Report;
import org.vitrine.production.Reports;
import org.vitrine.production.Routings;
import org.vitrine.production.Sender;

/**
 * The door to the example: a company with orders in every state, to look around in, and all of it
 * taken away again. Nobody is sent anything because of it: its contact cannot sign in.
 */
public final class Examples {
  static final String COMPANY = "example";
  private static final String CONTACT = "contact@example.invalid";
  private static final int TRIES = 3;

  private final Database database;
  private final Changes changes;
  private final ExampleGround ground;
  private final HouseIdentity house;
  private final Clock clock;
  private final ExampleScript script = ExampleScript.read();
  private final ExampleRepository repository = new ExampleRepository();

  /** What it is made with. */
  public record ExampleGround(
      Companies companies,
      People people,
      Routings routings,
      Orders orders,
      Reports reports,
      Sessions sessions,
      Audit audit) {}

  public Examples(
      Database database, Changes changes, ExampleGround ground, HouseIdentity house, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.ground = ground;
    this.house = house;
    this.clock = clock;
  }

  /** What is there of it, and what would go. */
  ShownExample show() {
    return database.inTransaction(
        transaction ->
            repository
                .find(transaction)
                .map(company -> shown(company, repository.whatItHas(transaction, false)))
                .orElse(ShownExample.NONE));
  }

  private static ShownExample shown(MarkedCompany company, List<ExamplePart> has) {
    return new ShownExample(
        Optional.of(new ShownExample.ExampleCompany(company.code(), company.name())),
        ExamplePart.named(has));
  }

  /**
   * Fills it in. What breaks off can be taken away as well: it is marked before anything is in it.
   */
  ShownExample fill(Actor by) {
    String language = house.firstLanguage().tag();
    mark(by, language);
    for (ExampleWay way : script.routings()) {
      ground.routings().save(way.routing(language), by.name());
    }
    Instant now = clock.instant();
    LocalDate today = now.atZone(zone()).toLocalDate();
    for (ExampleOrder order : script.orders()) {
      ground
          .orders()
          .place(new OrderNumber(order.number()), order.order(COMPANY, today), "manual", by.name());
      List<Supplier<Report>> said =
          order.reported(now, by.name()).stream()
              .<Supplier<Report>>map(report -> () -> report)
              .toList();
      ground.reports().take(said, Sender.program(by.name()));
    }
    return show();
  }

  private ZoneId zone() {
    return house.zone();
  }

  private void mark(Actor by, String language) {
    requireFree();
    Company company =
        ground
            .companies()
            .save(COMPANY, new SaveCompany(script.company().byLanguage().get(language), null, null))
            .company();
    long contact =
        ground
            .people()
            .save(
                List.of(company.id()),
                script.contact().byLanguage().get(language),
                CONTACT,
                Role.CUSTOMER);
    database.inTransaction(
        transaction -> {
          repository.take(transaction);
          if (repository.find(transaction).isPresent()) {
            throw new Rejection.Conflict("The example was just filled in");
          }
          repository.mark(transaction, company.id(), contact, codes(), by.name(), clock.instant());
          ground
              .audit()
              .record(
                  transaction,
                  by,
                  AuditAction.EXAMPLE_FILLED,
                  company.name(),
                  Optional.empty(),
                  Map.of("orders", script.orders().size()));
          return null;
        });
  }

  /** What is already called so is somebody's own, and would go with the example. */
  private void requireFree() {
    if (repository.find(database).isPresent()) {
      throw new Rejection.Conflict("The example is filled in already");
    }
    boolean isOwn =
        ground.companies().find(COMPANY).isPresent()
            || codes().stream().anyMatch(code -> ground.routings().find(code).isPresent());
    if (isOwn) {
      throw new Rejection.Conflict(
          "There is a company or a routing of your own with a code of the example");
    }
  }

  private List<String> codes() {
    return script.routings().stream().map(ExampleWay::code).toList();
  }

  /** Takes all of it away, and what anybody added to it; nothing where there is none. */
  ShownExample takeAway(Actor by) {
    try {
      ShownExample gone = takeAway(by, TRIES);
      ground.sessions().forgetCallers();
      return gone;
    } catch (QueryFailed failed) {
      if (failed.isOfTheData()) { // What the database itself never gives away.
        throw new Rejection.Conflict(
            "The example stays: it was at a meeting whose minutes are final");
      }
      throw failed;
    }
  }

  /** Readers of what was just filled in write to it meanwhile: what they stop is tried again. */
  private ShownExample takeAway(Actor by, int tries) {
    try {
      return database.inTransaction(transaction -> takeAway(transaction, by));
    } catch (Rejection.Unavailable busy) {
      if (tries == 1) {
        throw busy;
      }
      return takeAway(by, tries - 1);
    }
  }

  private ShownExample takeAway(Queries transaction, Actor by) {
    repository.take(transaction);
    Optional<MarkedCompany> company = repository.find(transaction);
    if (company.isEmpty()) {
      return ShownExample.NONE;
    }
    List<Change> removed =
        repository.orders(transaction).stream()
            .map(
                one ->
                    OrderRemoved.of(one.id(), one.number(), company.get().id(), one.version() + 1))
            .toList();
    ShownExample gone = shown(company.get(), repository.whatItHas(transaction, true));
    ground.sessions().changed(transaction);
    changes.record(transaction, removed);
    ground
        .audit()
        .record(
            transaction,
            by,
            AuditAction.EXAMPLE_TAKEN_AWAY,
            company.get().name(),
            Optional.empty(),
            gone.has().stream().collect(Collectors.toMap(ExamplePart::what, ExamplePart::count)));
    return gone;
  }
}
