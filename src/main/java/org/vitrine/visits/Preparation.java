package org.vitrine.visits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.visits.PreparationPart.PreparedVisit;

/** The sheet that whoever goes reads before: it builds itself from what the rooms know. */
final class Preparation {
  private final Database database;
  private final Companies companies;
  private final VisitDues dues;
  private final Clock clock;
  private final List<PreparationPart> parts;
  private final VisitRepository repository = new VisitRepository();

  Preparation(
      Database database,
      Companies companies,
      VisitDues dues,
      List<PreparationPart> parts,
      Clock clock) {
    this.database = database;
    this.companies = companies;
    this.dues = dues;
    this.clock = clock;
    this.parts = new CopyOnWriteArrayList<>(parts);
  }

  /** Another room fills a part of its own. */
  void add(PreparationPart part) {
    parts.add(part);
  }

  ObjectNode sheet(VisitNumber number) {
    Visit visit =
        repository.find(database, List.of(number), Optional.empty()).stream()
            .findFirst()
            .orElseThrow(VisitDesk::notHere);
    Company company = companies.require(database, visit.company());
    Optional<Instant> since = dues.lastTouch(database, visit.company());
    PreparedVisit asked = new PreparedVisit(company.id(), company.code(), since, clock.instant());
    ObjectNode sheet = Json.object().put("number", number.value());
    sheet.putObject("company").put("code", company.code()).put("name", company.name());
    since.ifPresent(at -> sheet.put("metAt", at.toString()));
    ObjectNode filled = sheet.putObject("parts");
    parts.forEach(
        part -> part.read(database, asked).ifPresent(shown -> filled.set(part.name(), shown)));
    return sheet;
  }
}
