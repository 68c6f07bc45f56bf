package org.vitrine.notices;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.access.Role;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;

/** Companies with people and orders, and what these are told when something is heard. */
final class NoticeWorld {
  /** Never late while it is tested. */
  private static final String FAR = LocalDate.now().plusYears(1).toString();

  private static final String TOLD =
      """
      SELECT kind || ' ' || mode AS told
        FROM notice
       WHERE person_id = $1
       ORDER BY number""";

  private final TestVitrine vitrine;
  private final Shop shop;
  private final Notices notices;
  private final AtomicInteger count = new AtomicInteger();

  NoticeWorld(TestVitrine vitrine) {
    this.vitrine = vitrine;
    this.shop = new Shop(vitrine);
    this.notices = new Notices(database(), new Changes(), vitrine.vitrine().clock());
  }

  Database database() {
    return vitrine.vitrine().database();
  }

  Shop shop() {
    return shop;
  }

  Notices notices() {
    return notices;
  }

  Company company(Tier tier) {
    String code = "company-" + count.incrementAndGet();
    return vitrine
        .vitrine()
        .rooms()
        .companies()
        .save(code, new SaveCompany(code, CompanyKind.CUSTOMER, tier))
        .company();
  }

  long person(Role role, Company... companies) {
    String name = "person-" + count.incrementAndGet();
    return vitrine
        .vitrine()
        .rooms()
        .people()
        .save(
            Arrays.stream(companies).map(Company::id).toList(),
            name,
            name + "@people.example",
            role);
  }

  TestClient client(long person) {
    return TestClient.withSession(vitrine, Entrance.open(vitrine, person).session());
  }

  /** A fresh order of one line; its number. */
  String order(Company company) {
    String number = "SO-N" + count.incrementAndGet();
    shop.order(number, company.code(), FAR);
    return number;
  }

  long id(String order) {
    return vitrine
        .vitrine()
        .rooms()
        .tracking()
        .require(new OrderNumber(order), Optional.empty())
        .value();
  }

  /** A change of an order, as the room below records it. */
  Change change(Company company, String order, String kind, String body) {
    return new Change(
        "order." + kind,
        String.valueOf(id(order)),
        count.incrementAndGet(),
        Optional.of(company.id().value()),
        Json.read(
            body.replaceFirst("\\{", "{\"kind\": \"" + kind + "\", ").replace(", }", "}"),
            JsonNode.class));
  }

  void hear(Change... changes) {
    database()
        .inTransaction(
            transaction -> {
              notices.hear(transaction, new ArrayList<>(List.of(changes)));
              return null;
            });
  }

  /** What somebody was told, and how: “stage-finished digest”. */
  List<String> told(long person) {
    return database().find("test.told", TOLD, row -> row.getString("told"), person);
  }
}
