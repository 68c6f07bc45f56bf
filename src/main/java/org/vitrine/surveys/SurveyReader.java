package org.vitrine.surveys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts;
import org.vitrine.people.Contacts.ContactOf;
import org.vitrine.people.Contacts.NamedContact;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.AskedRepository.AskedCount;
import org.vitrine.surveys.SampleDraw.SampleMember;
import org.vitrine.surveys.SurveyFrame.Drawn;

/** What is shown of surveys: to those who keep them, and to those who are asked. */
final class SurveyReader {
  private static final int MOST = 200;
  private static final int MOST_PEOPLE = 2_000;

  private final Database database;
  private final Companies companies;
  private final SurveyFrame frame;
  private final Clock clock;
  private final SurveyRepository surveys = new SurveyRepository();
  private final AskedRepository asked = new AskedRepository();
  private final ThanksRepository thanks = new ThanksRepository();
  private final Contacts contacts = new Contacts();
  private RoundBefore before = (queries, round) -> Optional.empty();

  SurveyReader(Database database, Companies companies, SurveyFrame frame, Clock clock) {
    this.database = database;
    this.companies = companies;
    this.frame = frame;
    this.clock = clock;
  }

  /** What somebody is asked begins with what came of the round before. */
  void beginsWith(RoundBefore told) {
    this.before = told;
  }

  /** All of them, the newest first. */
  List<ObjectNode> list() {
    List<Survey> all = surveys.newest(database, MOST);
    Map<SurveyCode, AskedCount> counts = counts(all);
    return all.stream().map(survey -> row(survey, count(counts, survey))).toList();
  }

  private Map<SurveyCode, AskedCount> counts(Collection<Survey> some) {
    return asked.count(database, some.stream().map(Survey::code).toList()).stream()
        .collect(Collectors.toMap(AskedCount::survey, Function.identity()));
  }

  private static AskedCount count(Map<SurveyCode, AskedCount> counts, Survey survey) {
    return counts.getOrDefault(survey.code(), new AskedCount(survey.code(), 0, 0, 0));
  }

  private ObjectNode row(Survey survey, AskedCount count) {
    SurveyPlan plan = survey.plan();
    ObjectNode row = head(survey);
    row.put("occasion", plan.occasion().code())
        .put("drawn", count.drawn())
        .put("asked", count.asked())
        .put("answered", count.answered());
    return row;
  }

  private ObjectNode head(Survey survey) {
    SurveyPlan plan = survey.plan();
    ObjectNode row = Json.object().put("code", survey.code().text());
    row.set("title", Json.tree(plan.title()));
    return row.put("privacy", plan.privacy().code())
        .put("state", state(survey).code())
        .put("opens", plan.opens().toString())
        .put("closes", plan.closes().toString());
  }

  private SurveyState state(Survey survey) {
    return survey.state() == SurveyState.OPEN && survey.isOver(clock.instant())
        ? SurveyState.CLOSED
        : survey.state();
  }

  /** For those who keep surveys: everything but who said what. */
  ObjectNode page(SurveyCode code) {
    Survey survey = require(code);
    SurveyPlan plan = survey.plan();
    ObjectNode page = row(survey, count(counts(List.of(survey)), survey));
    page.set("introduction", Json.tree(plan.introduction()));
    page.set("audience", Json.tree(plan.audience()));
    page.set("questions", Json.tree(plan.questions()));
    page.put("frozen", survey.asked())
        .put("seed", survey.seed())
        .put("version", survey.version())
        .put("savedBy", survey.saved().name())
        .put("savedAt", survey.saved().at().toString());
    survey.follows().ifPresent(before -> page.put("follows", before.text()));
    return page;
  }

  private Survey require(SurveyCode code) {
    return surveys.find(database, code).orElseThrow(SurveyDesk::notHere);
  }

  /** Who would be asked if it began now. */
  ObjectNode preview(SurveyCode code) {
    Survey survey = require(code);
    Drawn drawn = frame.draw(database, survey, frame.companies(survey.plan().audience()));
    ObjectNode preview =
        Json.object()
            .put("inQuestion", drawn.all().size())
            .put("left", drawn.left())
            .put("asked", drawn.drawn().size())
            .put("seed", survey.seed());
    preview.set("strata", strata(survey, drawn));
    Map<Long, NamedContact> names = names(drawn);
    ArrayNode people = preview.putArray("people");
    drawn.drawn().stream()
        .limit(MOST_PEOPLE)
        .forEach(
            one ->
                people
                    .addObject()
                    .put("name", names.get(one.person()).name())
                    .put("company", drawn.of().get(one.person()).name()));
    return preview;
  }

  private static ArrayNode strata(Survey survey, Drawn drawn) {
    SurveySample sample = survey.plan().audience().sample();
    Map<String, int[]> counts = new TreeMap<>();
    if (sample != null) {
      for (SampleMember one : drawn.all()) {
        counts.computeIfAbsent(one.in(sample.strata()), any -> new int[2])[0]++;
      }
      for (SampleMember one : drawn.drawn()) {
        counts.get(one.in(sample.strata()))[1]++;
      }
    }
    ArrayNode strata = Json.object().putArray("strata");
    counts.forEach(
        (name, count) ->
            strata.addObject().put("name", name).put("of", count[0]).put("asked", count[1]));
    return strata;
  }

  private Map<Long, NamedContact> names(Drawn drawn) {
    List<CompanyId> of =
        drawn.drawn().stream().map(one -> new CompanyId(one.company())).distinct().toList();
    return names(of);
  }

  private Map<Long, NamedContact> names(Collection<CompanyId> of) {
    Map<Long, NamedContact> names = new HashMap<>();
    for (ContactOf one : contacts.of(database, of, Integer.MAX_VALUE)) {
      names.put(one.contact().id(), one.contact());
    }
    return names;
  }

  /** Who is asked; whether they have answered is told only where the survey is named. */
  List<ObjectNode> asked(SurveyCode code) {
    Survey survey = require(code);
    List<AskedOne> all = asked.all(database, code, MOST_PEOPLE);
    List<CompanyId> of = all.stream().map(AskedOne::company).distinct().toList();
    Map<CompanyId, String> named = companies.namesById(database, of);
    Map<Long, NamedContact> names = names(of);
    return all.stream()
        .filter(one -> names.containsKey(one.person()))
        .map(
            one -> {
              NamedContact contact = names.get(one.person());
              ObjectNode row =
                  Json.object()
                      .put("name", contact.name())
                      .put("email", contact.email())
                      .put("company", named.get(one.company()))
                      .put("about", one.about());
              one.at().map(Instant::toString).ifPresent(at -> row.put("askedAt", at));
              if (survey.plan().privacy() == SurveyPrivacy.NAMED) {
                row.put("answered", one.answered());
              }
              return row;
            })
        .toList();
  }

  /** What one contact is asked, the newest first. */
  List<ObjectNode> of(long person, CompanyId company) {
    List<AskedOne> all =
        database.onBehalfOf(
            Optional.of(company.value()), queries -> asked.of(queries, person, company, MOST));
    Map<SurveyCode, Survey> found =
        surveys.find(database, all.stream().map(AskedOne::survey).toList()).stream()
            .collect(Collectors.toMap(Survey::code, Function.identity()));
    return all.stream()
        .map(
            one ->
                asked(found.get(one.survey()), one)
                    .put("hasResults", one.answered() && isTold(one.survey())))
        .toList();
  }

  private boolean isTold(SurveyCode survey) {
    return thanks.results(database, survey).isPresent();
  }

  private ObjectNode asked(Survey survey, AskedOne one) {
    return head(survey).put("about", one.about()).put("answered", one.answered());
  }

  /** What somebody is asked, as they answer it. */
  ObjectNode sheet(AskedOne one) {
    Survey survey = require(one.survey());
    ObjectNode sheet = asked(survey, one);
    sheet.set("introduction", Json.tree(survey.plan().introduction()));
    survey
        .follows()
        .flatMap(round -> before.of(database, round))
        .ifPresent(told -> sheet.set("before", Json.tree(told)));
    ObjectNode you = sheet.putObject("you");
    contacts
        .recipient(database, one.person(), one.company())
        .map(Recipient::name)
        .ifPresent(name -> you.put("name", name));
    you.put("company", companies.require(database, one.company()).name());
    if (!one.answered() && survey.isOpen(clock.instant())) {
      sheet.set("questions", Json.tree(survey.plan().questions()));
      one.draft().ifPresent(draft -> sheet.set("draft", Json.read(draft, JsonNode.class)));
    }
    return sheet;
  }
}
