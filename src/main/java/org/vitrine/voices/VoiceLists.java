package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.likeness.LikenessIndex;
import org.vitrine.voices.VoiceListRepository.InboxCounts;
import org.vitrine.voices.VoiceListRepository.OwnCount;
import org.vitrine.voices.VoiceListRepository.OwnVoices;
import org.vitrine.voices.VoiceListRepository.VoiceSearch;

/** Lists of voices as they are shown: of a company or of all, of an order, the inbox. */
final class VoiceLists {
  /** So many are shown live; what is left out is said. */
  static final int MOST = 500;

  private static final int COMPARED = 1_000;
  private static final int ALIKE_SHOWN = 5;

  private final VoiceReader reader;
  private final VoiceRepository voices = new VoiceRepository();
  private final VoiceListRepository repository = new VoiceListRepository();

  VoiceLists(VoiceReader reader) {
    this.reader = reader;
  }

  /**
   * What a list over HTTP is asked for; absent means any.
   *
   * @param company whose; for those who see everybody's
   */
  record VoiceFilter(
      Optional<CompanyId> company,
      Optional<OrderId> order,
      Optional<String> state,
      Optional<VoiceKind> kind,
      Optional<String> department,
      boolean mine,
      Optional<String> text,
      Paging paging) {}

  /** A part of a list. */
  record VoiceListing(List<ObjectNode> voices, Optional<String> next) {}

  VoiceListing list(Speaker by, VoiceFilter filter) {
    VoiceAudience audience = by.audience();
    return reader.as(
        audience,
        queries -> {
          Optional<VoiceNumber> after = filter.paging().afterNumber().map(VoiceNumber::new);
          after.ifPresent(number -> requireThere(queries, audience, number));
          Map<String, Department> departments = reader.departments(queries);
          List<VoiceRow> found =
              repository.list(
                  queries,
                  audience,
                  audience.company().or(filter::company),
                  new VoiceSearch(
                      filter.order().map(OrderId::value),
                      filter.state(),
                      filter.kind().map(VoiceKind::code),
                      filter.department(),
                      filter.mine() ? own(by, departments) : Optional.empty(),
                      filter.text().map(Sql::containing),
                      after.map(VoiceNumber::value),
                      filter.paging().looked()));
          Paging.ListPart<VoiceRow> part = filter.paging().part(found, row -> row.number().value());
          return new VoiceListing(
              part.shown().stream().map(row -> VoiceRows.row(row, departments)).toList(),
              part.next());
        });
  }

  private void requireThere(Queries queries, VoiceAudience audience, VoiceNumber number) {
    if (!repository.isThere(queries, number, audience)) {
      throw new Rejection.Invalid("after", "There is no such message");
    }
  }

  private static Optional<OwnVoices> own(Speaker by, Map<String, Department> departments) {
    return by.person().map(person -> own(person, departments));
  }

  static OwnVoices own(long person, Map<String, Department> departments) {
    return new OwnVoices(
        person,
        departments.values().stream()
            .filter(one -> one.head().filter(head -> head == person).isPresent())
            .map(Department::code)
            .sorted()
            .toList());
  }

  /** The open ones of this audience that are alike to a text, the most alike first. */
  List<ObjectNode> alike(Speaker by, OrderId order, String text) {
    VoiceAudience audience = by.audience();
    return reader.as(
        audience,
        queries -> {
          List<VoiceNumber> alike =
              LikenessIndex.of(voices.words(queries, audience, COMPARED))
                  .nearest(text, ALIKE_SHOWN, LikenessIndex.WORTH_A_LOOK)
                  .stream()
                  .map(LikenessIndex.Neighbour::key)
                  .toList();
          Map<String, Department> departments = reader.departments(queries);
          return repository.find(queries, audience, alike).stream()
              .sorted(
                  Comparator.comparing(
                          (VoiceRow row) -> !row.anchor().order().equals(Optional.of(order)))
                      .thenComparing(row -> alike.indexOf(row.number())))
              .map(row -> VoiceRows.row(row, departments))
              .toList();
        });
  }

  /** The newest of an audience. */
  ObjectNode all(Queries queries, VoiceAudience audience) {
    return shown(queries, audience, VoiceSearch.newest(MOST + 1));
  }

  /** How many wait for this audience. */
  ObjectNode waiting(Queries queries, VoiceAudience audience) {
    return Json.object().put("waiting", repository.waiting(queries, audience));
  }

  /** Those of one order. */
  ObjectNode ofOrder(Queries queries, VoiceAudience audience, OrderId order, boolean maySpeak) {
    return shown(queries, audience, VoiceSearch.ofOrder(order, MOST + 1)).put("maySpeak", maySpeak);
  }

  /** For whoever holds a link that does not let them speak. */
  static ObjectNode silent() {
    return shown(List.of(), Map.of()).put("maySpeak", false);
  }

  private ObjectNode shown(Queries queries, VoiceAudience audience, VoiceSearch search) {
    return shown(
        repository.list(queries, audience, audience.company(), search),
        reader.departments(queries));
  }

  private static ObjectNode shown(List<VoiceRow> found, Map<String, Department> departments) {
    ObjectNode page = Json.object();
    page.set(
        "voices", VoiceRows.byNumber(found.subList(0, Math.min(found.size(), MOST)), departments));
    page.put("truncated", found.size() > MOST);
    return page;
  }

  /**
   * The inbox of each of these people; of programs, where nobody is named. What they show is made
   * once, and shared: only what they head, and how much is theirs, is each one's own.
   */
  Map<Optional<Long>, ObjectNode> inboxes(Queries queries, List<Optional<Long>> people) {
    Map<String, Department> departments = reader.departments(queries);
    List<VoiceRow> rows = repository.inbox(queries, reader.fastLane(queries), MOST + 1);
    InboxCounts counts = repository.counts(queries);
    Map<Long, Long> mine = new HashMap<>();
    for (OwnCount count :
        repository.mine(
            queries,
            people.stream()
                .flatMap(Optional::stream)
                .map(person -> own(person, departments))
                .toList())) {
      mine.put(count.person(), count.voices());
    }
    ObjectNode shown = shown(rows, departments);
    Map<Optional<Long>, ObjectNode> inboxes = new HashMap<>();
    for (Optional<Long> person : people) {
      ObjectNode page = Json.object();
      page.setAll(shown);
      page.set("departments", departments(departments, person));
      person.ifPresent(id -> page.put("person", id));
      page.putObject("counts")
          .put("open", counts.open())
          .put("mine", person.map(id -> mine.getOrDefault(id, 0L)).orElse(0L))
          .put("waiting", counts.waiting());
      inboxes.put(person, page);
    }
    return inboxes;
  }

  private static ArrayNode departments(Map<String, Department> all, Optional<Long> person) {
    ArrayNode list = Json.object().arrayNode();
    all.values().stream()
        .sorted(Comparator.comparing(Department::code))
        .forEach(
            one ->
                list.add(
                    VoiceRows.department(one.code(), all)
                        .put("headed", person.isPresent() && one.head().equals(person))));
    return list;
  }
}
