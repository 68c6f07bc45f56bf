package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.invitations.Invitations;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.meetings.MeetingTopic.AllMeetings;
import org.vitrine.meetings.MeetingTopic.OneMeeting;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;

/**
 * Meetings as they are watched: the pages of each audience are read in one batch, behind its wall.
 */
final class MeetingTopics implements TopicSource<MeetingTopic> {
  private static final Duration RESTS = Duration.ofMillis(250);

  static final String ALL = "meetings";
  static final String ONE = "meetings/";
  static final String SCREEN = "/screen";

  private final MeetingReader reader;

  /**
   * @param reading over which open pages are read, whatever else the database is asked
   */
  MeetingTopics(MeetingReader reading) {
    this.reader = reading;
  }

  @Override
  public boolean owns(String name) {
    return name.equals(ALL) || name.startsWith(ONE);
  }

  @Override
  public MeetingTopic resolve(String name, Caller caller) {
    MeetingAudience audience = audience(caller).orElseThrow(() -> TopicSource.nothing(name));
    return name.equals(ALL) ? new AllMeetings(audience) : one(name, audience);
  }

  /** Nothing where meetings are none of theirs. */
  static Optional<MeetingAudience> audience(Caller caller) {
    if (!caller.may(Permission.ATTEND_MEETINGS)) {
      return caller.may(Permission.READ_ORDERS) && caller.seesAllCompanies()
          ? Optional.of(new MeetingAudience.ForHouse(false, false))
          : Optional.empty();
    }
    return caller instanceof Caller.SignedIn person
            && !person.role().isStaff()
            && person.company().isEmpty()
        ? Optional.empty()
        : Optional.of(MeetingPerson.of(caller).audience());
  }

  private MeetingTopic one(String name, MeetingAudience audience) {
    boolean isScreen = name.endsWith(SCREEN);
    if (isScreen && !audience.seesAll()) {
      throw TopicSource.nothing(name);
    }
    String text = name.substring(ONE.length(), name.length() - (isScreen ? SCREEN.length() : 0));
    MeetingNumber number = MeetingNumber.of(text).orElseThrow(() -> TopicSource.nothing(name));
    if (reader.as(audience, queries -> reader.find(queries, audience, List.of(number))).isEmpty()) {
      throw TopicSource.nothing(name);
    }
    return new OneMeeting(number, isScreen ? new MeetingAudience.ForScreen() : audience);
  }

  /** Twenty people may be typing. */
  @Override
  public Duration rest(MeetingTopic topic) {
    return RESTS;
  }

  @Override
  public Collection<MeetingTopic> touched(
      Collection<Change> changes, Collection<MeetingTopic> watched) {
    Set<String> numbers =
        changes.stream().flatMap(MeetingTopics::concerned).collect(Collectors.toSet());
    return numbers.isEmpty()
        ? List.of()
        : watched.stream().filter(topic -> touches(numbers, topic)).toList();
  }

  /** The number of the meeting that a change is about: of itself, or of who comes to it. */
  private static Stream<String> concerned(Change change) {
    return switch (change.kind()) {
      case MeetingChange.KIND -> Stream.of(change.key());
      case Invitations.CHANGED -> Invitations.occasionOf(change, MeetingPlanner.OCCASION).stream();
      default -> Stream.empty();
    };
  }

  private static boolean touches(Set<String> numbers, MeetingTopic topic) {
    return switch (topic) {
      case AllMeetings all -> true;
      case OneMeeting one -> numbers.contains(one.number().toString());
    };
  }

  @Override
  public Map<MeetingTopic, TopicPage> read(Collection<MeetingTopic> topics) {
    Map<MeetingTopic, TopicPage> pages = new HashMap<>();
    topics.stream()
        .collect(Collectors.groupingBy(MeetingTopic::audience))
        .forEach(
            (audience, some) ->
                reader.as(
                    audience,
                    queries -> {
                      read(queries, audience, some, pages);
                      return null;
                    }));
    return pages;
  }

  private void read(
      Queries queries,
      MeetingAudience audience,
      List<MeetingTopic> topics,
      Map<MeetingTopic, TopicPage> pages) {
    Map<MeetingNumber, ObjectNode> one =
        reader.pages(
            queries,
            audience,
            topics.stream()
                .filter(OneMeeting.class::isInstance)
                .map(topic -> ((OneMeeting) topic).number())
                .toList());
    for (MeetingTopic topic : topics) {
      ObjectNode page =
          switch (topic) {
            case AllMeetings all -> reader.list(queries, audience, audience.company());
            case OneMeeting meeting -> one.get(meeting.number());
          };
      if (page != null) {
        pages.put(topic, new TopicPage(page, 0));
      }
    }
  }
}
