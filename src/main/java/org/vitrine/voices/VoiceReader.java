package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.Colleagues;
import org.vitrine.photos.PhotoFacts;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.likeness.LikenessIndex;
import org.vitrine.voices.AgreedService.FastLane;
import org.vitrine.voices.EditionShelf.TakenEditions;
import org.vitrine.voices.VoicePage.OfficeSide;

/** Reads voices as they are shown: many pages of one audience at a time. */
final class VoiceReader {
  private static final int ALIKE_COMPARED = 100;
  private static final int ALIKE_SHOWN = 20;
  private static final int ASSIGNABLE_SHOWN = 200;

  private final Database database;
  private final EditionShelf editions;
  private final Departments departments;
  private final CommitmentProfiles profiles;
  private final VoicePhotos photos;
  private final VoiceRepository repository = new VoiceRepository();
  private final VoiceListRepository lists = new VoiceListRepository();
  private final VoiceCauseRepository causes = new VoiceCauseRepository();
  private final Colleagues colleagues = new Colleagues();

  VoiceReader(
      Database database,
      EditionShelf editions,
      Departments departments,
      CommitmentProfiles profiles,
      VoicePhotos photos) {
    this.database = database;
    this.editions = editions;
    this.departments = departments;
    this.profiles = profiles;
    this.photos = photos;
  }

  /** The same, asked over other connections. */
  VoiceReader over(Database other) {
    return new VoiceReader(other, editions, departments, profiles, photos);
  }

  /** Asks on behalf of an audience: behind their company's wall where they have one. */
  <T> T as(VoiceAudience audience, Function<Queries, T> work) {
    return database.onBehalfOf(audience.company().map(CompanyId::value), work);
  }

  /** Those among these that are theirs to see. */
  List<Voice> find(Queries queries, VoiceAudience audience, Collection<VoiceNumber> numbers) {
    return repository.find(queries, numbers, audience.company(), audience.link());
  }

  /** Whose messages go first now; for the house. */
  FastLane fastLane(Queries queries) {
    return profiles.agreed().fastLane(queries);
  }

  /** All departments, by their code. */
  Map<String, Department> departments(Queries queries) {
    return departments.all(queries).stream()
        .collect(Collectors.toMap(Department::code, Function.identity()));
  }

  /** The pages of those among these that are theirs to see. */
  Map<VoiceNumber, ObjectNode> pages(
      Queries queries, VoiceAudience audience, Collection<VoiceNumber> numbers) {
    List<Voice> voices = find(queries, audience, numbers);
    if (voices.isEmpty()) {
      return Map.of();
    }
    CommitmentProfile profile = profiles.read(queries);
    TakenEditions hours = editions.take(queries, voices);
    Map<String, Department> all = departments(queries);
    Map<String, PhotoFacts> shown = photos.facts(queries, voices);
    Map<VoiceNumber, OfficeSide> office =
        audience.isStaff() ? office(queries, voices, all) : Map.of();
    Map<VoiceNumber, ObjectNode> pages = new HashMap<>();
    for (Voice voice : voices) {
      VoicePage page =
          new VoicePage(
              voice,
              audience,
              profile,
              hours,
              hours.calendar(voice.calendar()),
              all,
              shown,
              Optional.ofNullable(office.get(voice.number())));
      pages.put(voice.number(), page.shown());
    }
    return pages;
  }

  private Map<VoiceNumber, OfficeSide> office(
      Queries queries, List<Voice> voices, Map<String, Department> all) {
    Map<VoiceNumber, VoiceRow> rows =
        lists
            .find(
                queries,
                new VoiceAudience.ForStaff(true),
                voices.stream().map(Voice::number).toList())
            .stream()
            .collect(Collectors.toMap(VoiceRow::number, Function.identity()));
    Map<Long, ObjectNode> under =
        causes.members(
            queries,
            rows.values().stream()
                .flatMap(row -> row.office().cause().stream())
                .map(VoiceRow.CauseName::id)
                .distinct()
                .toList());
    Map<Long, ObjectNode> staff =
        colleagues.active(queries, ASSIGNABLE_SHOWN).stream()
            .collect(
                Collectors.toMap(
                    Colleagues.Colleague::id,
                    one -> Json.object().put("id", one.id()).put("name", one.name()),
                    (one, same) -> one,
                    LinkedHashMap::new));
    Map<VoiceNumber, OfficeSide> office = new HashMap<>();
    for (Voice voice : voices) {
      VoiceRow row = rows.get(voice.number());
      office.put(
          voice.number(),
          new OfficeSide(
              row,
              row.office().cause().map(cause -> under.get(cause.id())),
              assignable(all.get(voice.department()), staff),
              colleagues.managersOf(queries, voice.company()).stream()
                  .map(Colleagues.HouseMember::name)
                  .toList(),
              alike(queries, voice).stream().map(one -> VoiceRows.row(one, all)).toList()));
    }
    return office;
  }

  /** The most alike first; of those that are equally so, the newer. */
  private List<VoiceRow> alike(Queries queries, Voice voice) {
    Map<VoiceRow, String> open = new LinkedHashMap<>();
    lists
        .alike(queries, voice.number(), ALIKE_COMPARED)
        .forEach(one -> open.put(one.row(), one.words()));
    return LikenessIndex.of(open).nearest(voice.said().text(), ALIKE_SHOWN, 0).stream()
        .map(LikenessIndex.Neighbour::key)
        .toList();
  }

  /** Whoever works in its department; everybody where nobody is said to. */
  private static List<ObjectNode> assignable(Department department, Map<Long, ObjectNode> staff) {
    List<ObjectNode> there =
        department == null
            ? List.of()
            : Stream.concat(department.head().stream(), department.members().stream())
                .distinct()
                .map(staff::get)
                .filter(Objects::nonNull)
                .toList();
    return there.isEmpty() ? List.copyOf(staff.values()) : there;
  }
}
