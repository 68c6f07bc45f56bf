package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.meetings.MeetingNumber;
import org.vitrine.meetings.Meetings;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.likeness.Groups;
import org.vitrine.platform.likeness.LikenessIndex;
import org.vitrine.surveys.QuestionResult.WrittenResult;

/**
 * Themes in the hands of those who keep surveys: what is alike is put together for them to look at,
 * and is a theme once somebody has named it.
 */
final class ThemeDesk {
  private static final int NEAREST = 10;
  private static final long MOST = 200;
  private static final int LONGEST_TITLE = 200;
  private static final int MEETINGS = 20;

  private final Database database;
  private final Changes changes;
  private final ResultReader reader;
  private final Meetings meetings;
  private final Clock clock;
  private final SurveyRepository surveys = new SurveyRepository();
  private final ThemeRepository repository = new ThemeRepository();

  ThemeDesk(
      Database database, Changes changes, ResultReader reader, Meetings meetings, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.reader = reader;
    this.meetings = meetings;
    this.clock = clock;
  }

  /**
   * What was written to one question.
   *
   * @param proposed what is alike and under no theme yet, the largest first
   * @param withheld whether there is more that is too little to be shown
   * @param meetings those that come, on whose agenda a theme can be put
   */
  record ThemeBoard(
      List<ShownTheme> themes,
      List<List<WrittenResult>> proposed,
      boolean withheld,
      List<DiscussingMeeting> meetings) {}

  /** A meeting that comes. */
  record DiscussingMeeting(long number, String title, Instant beginsAt) {}

  /** A theme with what is under it. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ShownTheme(
      long id, LocalizedText name, Optional<Long> meeting, List<WrittenResult> texts) {}

  ThemeBoard board(SurveyCode code, String question) {
    Survey survey = reader.require(database, code);
    requireQuestion(survey, question);
    QuestionResult result = result(database, code, question);
    Map<String, List<WrittenResult>> written =
        result.texts().orElse(List.of()).stream()
            .collect(
                Collectors.groupingBy(WrittenResult::key, LinkedHashMap::new, Collectors.toList()));
    List<ShownTheme> themes =
        repository.of(database, code).stream()
            .filter(theme -> theme.question().equals(question))
            .map(theme -> shown(theme, written))
            .toList();
    themes.forEach(theme -> theme.texts().forEach(text -> written.remove(text.key())));
    return new ThemeBoard(themes, alike(written), result.textsWithheld(), coming());
  }

  private List<DiscussingMeeting> coming() {
    return meetings.coming().after(database, Optional.empty(), clock.instant(), MEETINGS).stream()
        .map(one -> new DiscussingMeeting(one.number(), one.title(), one.beginsAt()))
        .toList();
  }

  private static void requireQuestion(Survey survey, String question) {
    if (survey.plan().question(question).isEmpty()) {
      throw new Rejection.NotFound("This survey has no such question");
    }
  }

  private QuestionResult result(Queries queries, SurveyCode code, String question) {
    return reader.page(queries, code, ResultFilter.NONE).questions().stream()
        .filter(one -> one.question().key().equals(question))
        .findFirst()
        .orElseThrow(() -> new Rejection.Invalid("question", "This survey has no such question"));
  }

  private static ShownTheme shown(SurveyTheme theme, Map<String, List<WrittenResult>> written) {
    return new ShownTheme(
        theme.id(),
        theme.name(),
        theme.meeting(),
        theme.texts().stream()
            .flatMap(key -> written.getOrDefault(key, List.of()).stream())
            .toList());
  }

  private static List<List<WrittenResult>> alike(Map<String, List<WrittenResult>> written) {
    Map<String, String> texts = new LinkedHashMap<>();
    written.forEach((key, same) -> texts.put(key, same.getFirst().text()));
    return Groups.of(LikenessIndex.of(texts), NEAREST).stream()
        .map(group -> group.stream().flatMap(key -> written.get(key).stream()).toList())
        .toList();
  }

  /** Names what some answers have in common; its id. */
  long add(SurveyCode code, SaveTheme theme, String by) {
    return changing(
        code,
        transaction -> {
          requireShown(transaction, code, theme);
          if (repository.count(transaction, code) >= MOST) {
            throw new Rejection.Conflict("A survey has at most %d themes".formatted(MOST));
          }
          long id = repository.add(transaction, code, theme, Json.asRead(clock.instant()), by);
          repository.put(transaction, code, id, theme);
          return id;
        });
  }

  /** Names it anew, with just these answers. */
  void save(SurveyCode code, long id, SaveTheme theme, String by) {
    changing(
        code,
        transaction -> {
          requireShown(transaction, code, theme);
          if (!repository.name(transaction, code, id, theme, Json.asRead(clock.instant()), by)) {
            throw notHere();
          }
          repository.put(transaction, code, id, theme);
          return id;
        });
  }

  /** Its answers are under no theme any more. */
  void remove(SurveyCode code, long id) {
    changing(
        code,
        transaction -> {
          if (!repository.remove(transaction, code, id)) {
            throw notHere();
          }
          return id;
        });
  }

  /** What is not shown cannot be put under a theme either. */
  private void requireShown(Queries queries, SurveyCode code, SaveTheme theme) {
    Set<String> known =
        result(queries, code, theme.question()).texts().orElse(List.of()).stream()
            .map(WrittenResult::key)
            .collect(Collectors.toSet());
    if (!known.containsAll(theme.texts())) {
      throw new Rejection.Invalid("texts", "Not all of these are answers that are shown");
    }
  }

  private long changing(SurveyCode code, ToLongFunction<Queries> change) {
    return database.inTransaction(
        transaction -> {
          Survey survey = surveys.lock(transaction, code).orElseThrow(SurveyDesk::notHere);
          long id = change.applyAsLong(transaction);
          changes.record(transaction, List.of(SurveyChange.of(code, survey.version())));
          return id;
        });
  }

  /**
   * Puts a theme on the agenda of a meeting, once. It is claimed before, since meetings have
   * transactions of their own.
   */
  void discuss(Caller by, SurveyCode code, long id, MeetingNumber meeting) {
    if (!by.may(Permission.KEEP_MEETINGS)) {
      throw new Rejection.Forbidden("Only whoever keeps meetings puts a theme on an agenda");
    }
    Survey survey = reader.require(database, code);
    SurveyTheme theme =
        repository.of(database, code).stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(ThemeDesk::notHere);
    if (!repository.claim(database, code, id, meeting.value())) {
      throw new Rejection.Conflict("It is on the agenda of a meeting already");
    }
    try {
      meetings.at(meeting).propose(by, title(survey, theme));
    } catch (RuntimeException refused) {
      repository.unclaim(database, code, id);
      throw refused;
    }
  }

  /** In all languages in which it was named, since all kinds of people meet. */
  private static String title(Survey survey, SurveyTheme theme) {
    return Excerpt.of(
        "%s (%s: %d)".formatted(theme.name(), survey.plan().title(), theme.texts().size()),
        LONGEST_TITLE - 1);
  }

  static Rejection notHere() {
    return new Rejection.NotFound("This survey has no such theme");
  }
}
