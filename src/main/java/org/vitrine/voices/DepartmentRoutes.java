package org.vitrine.voices;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.orders.LocalizedText;
import org.vitrine.people.Colleagues.Colleague;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Departments over HTTP; people are named by their e-mail addresses. */
final class DepartmentRoutes implements Routes {
  private final Departments departments;
  private final Guards guards;

  DepartmentRoutes(Departments departments, Guards guards) {
    this.departments = departments;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.ANSWER_VOICES);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_DEPARTMENTS);
    return List.of(
        Routes.get("/api/departments", readers, this::list),
        Routes.get("/api/departments/:code", readers, this::show),
        Routes.put("/api/departments/:code", keepers, this::save),
        Routes.delete("/api/departments/:code", keepers, this::remove));
  }

  /**
   * A department as it is sent, and what the people in it are called.
   *
   * @param people names by e-mail addresses
   */
  record DepartmentAnswer(
      String code,
      LocalizedText name,
      String head,
      List<String> members,
      String calendar,
      List<String> stages,
      boolean fallback,
      Map<String, String> people) {}

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    List<DepartmentAnswer> all = answers(departments.all());
    exchange.reply(
        exchange.caller(Caller.class).may(Permission.KEEP_DEPARTMENTS)
            ? Map.of(
                "departments", all, "staff", departments.staff().stream().map(this::named).toList())
            : Map.of("departments", all));
  }

  /** One to choose from, for whoever sets departments up. */
  record OfferedPerson(String email, String name) {}

  private OfferedPerson named(Colleague person) {
    return new OfferedPerson(person.email(), person.name());
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    String code = exchange.path("code");
    Department found =
        departments.all().stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow(
                () ->
                    new Rejection.NotFound(
                        "There is no department “%s”".formatted(Excerpt.of(code))));
    exchange.reply(answers(List.of(found)).getFirst());
  }

  private void save(Exchange exchange) {
    Departments.SavedDepartment saved =
        departments.save(
            exchange.path("code"), exchange.body(SaveDepartment.class), guards.actor(exchange));
    exchange.reply(saved.outcome() == SaveOutcome.CREATED ? 201 : 200, saved);
  }

  private void remove(Exchange exchange) {
    exchange.onlyQueries();
    departments.remove(exchange.path("code"), guards.actor(exchange));
    exchange.replyEmpty();
  }

  private List<DepartmentAnswer> answers(Collection<Department> found) {
    Map<Long, Colleague> people = departments.people(found);
    return found.stream().map(one -> answer(one, people)).toList();
  }

  private static DepartmentAnswer answer(Department one, Map<Long, Colleague> people) {
    List<Colleague> named =
        Stream.concat(one.head().stream(), one.members().stream())
            .distinct()
            .map(people::get)
            .filter(person -> person != null)
            .toList();
    Map<Long, String> addresses =
        named.stream().collect(Collectors.toMap(Colleague::id, Colleague::email));
    return new DepartmentAnswer(
        one.code(),
        one.name(),
        one.head().map(addresses::get).orElse(null),
        one.members().stream().filter(addresses::containsKey).map(addresses::get).toList(),
        one.calendar(),
        one.stages(),
        one.fallback(),
        named.stream()
            .collect(
                Collectors.toMap(
                    Colleague::email, Colleague::name, (same, again) -> same, TreeMap::new)));
  }
}
