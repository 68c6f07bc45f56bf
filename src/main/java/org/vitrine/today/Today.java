package org.vitrine.today;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Permission;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.Department;
import org.vitrine.voices.Departments;

/** The door to what wants doing now, by what somebody may do and whom they look after. */
public final class Today {
  private final Database database;
  private final Departments departments;
  private final List<TodaySection> sections;
  private final Clock clock;
  private final CustomerRepository customers = new CustomerRepository();

  Today(Database database, Departments departments, List<TodaySection> sections, Clock clock) {
    this.database = database;
    this.departments = departments;
    this.sections = List.copyOf(sections);
    this.clock = clock;
  }

  /** The same, asked over other connections. */
  Today over(Database other) {
    return new Today(other, departments, sections, clock);
  }

  /** Whose page: what they are and may. */
  record Whose(long person, Set<Permission> may) {
    Whose {
      may = Set.copyOf(may);
    }
  }

  ObjectNode page(Whose whose) {
    return pages(List.of(whose)).get(whose);
  }

  /** What is the same for many is read once. */
  Map<Whose, ObjectNode> pages(List<Whose> people) {
    List<Department> all = departments.all(database);
    Map<String, JsonNode> alike = new HashMap<>();
    return people.stream()
        .distinct()
        .collect(Collectors.toMap(whose -> whose, whose -> page(whose, all, alike)));
  }

  private ObjectNode page(Whose whose, List<Department> all, Map<String, JsonNode> alike) {
    TodayReader reader =
        new TodayReader(
            whose.person(), whose.may(), customers.lookedAfter(database, whose.person()), all);
    Instant now = clock.instant();
    ObjectNode page = Json.object().put("companies", reader.companies().size());
    ObjectNode shown = page.putObject("sections");
    for (TodaySection section : sections) {
      if (section.belongsTo(reader)) {
        shown.set(
            section.name(),
            section.isAlike()
                ? alike.computeIfAbsent(section.name(), any -> read(section, reader, now))
                : read(section, reader, now));
      }
    }
    return page;
  }

  private JsonNode read(TodaySection section, TodayReader reader, Instant now) {
    return Json.tree(section.reading().read(database, reader, now));
  }

  /** Which kinds of changes move a page of somebody who may do this. */
  Set<String> movedBy(Set<Permission> may) {
    return sections.stream()
        .filter(section -> may.contains(section.needs()))
        .flatMap(section -> section.movedBy().stream())
        .collect(Collectors.toSet());
  }
}
