package org.vitrine.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Database;
import org.vitrine.warranty.CoverBegins;
import org.vitrine.warranty.CoverPromise;
import org.vitrine.warranty.SoldPieces;
import org.vitrine.warranty.Warranty;
import org.vitrine.warranty.WarrantySerial;

/**
 * Registers a few pieces of the demo plant's customers, so that there are cards to print and cover
 * to look up; one of them is covered for a few months only. It does so once for each company.
 */
final class WarrantyTeller {
  private static final Actor DEMO = Actor.system("Demo plant");
  private static final String GTIN = "6901234567892";
  private static final int MONTHS = 24;
  private static final CoverPromise PROMISE =
      new CoverPromise(
          MONTHS,
          CoverBegins.SHIPMENT,
          LocalizedText.of(Map.of("en", "Material and workmanship", "zh-CN", "材料与工艺缺陷")),
          LocalizedText.of(
              Map.of(
                  "en", "Write to us on this page, or call your account manager",
                  "zh-CN", "请在本页留言，或联系您的客户经理")),
          true);

  private final Warranty warranty;
  private final Companies companies;
  private final Database database;
  private final Plant plant;

  WarrantyTeller(Warranty warranty, Companies companies, Database database, Plant plant) {
    this.warranty = warranty;
    this.companies = companies;
    this.database = database;
    this.plant = plant;
  }

  void tellOnce(Instant now) {
    companies.all().forEach(company -> tellOnce(company, now));
  }

  private void tellOnce(Company company, Instant now) {
    Optional<Story> done = plant.done(company.code(), now).stream().findFirst();
    if (done.isPresent() && !isTold(company)) {
      Story story = done.get();
      LocalizedText product = story.lines().getFirst().product();
      String series = "AC-" + story.number().value().replaceAll("\\D", "") + "-";
      LocalDate left = story.ends().atZone(plant.shifts().zone()).toLocalDate();
      register(
          List.of(series + "01", series + "02", series + "03"),
          new SoldPieces(
              product, GTIN, company.code(), Optional.of(story.number()), left, PROMISE));
      register(
          List.of(series + "00"),
          new SoldPieces(
              product,
              GTIN,
              company.code(),
              Optional.empty(),
              warranty.today().minusMonths(MONTHS).plusDays(75),
              PROMISE));
    }
  }

  private boolean isTold(Company company) {
    return !warranty.piecesOf(database, company.id(), Optional.empty(), 1).isEmpty();
  }

  private void register(List<String> serials, SoldPieces sold) {
    warranty.register(serials.stream().map(WarrantySerial::new).toList(), sold, DEMO);
  }
}
