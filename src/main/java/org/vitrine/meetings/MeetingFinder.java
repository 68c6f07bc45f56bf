package org.vitrine.meetings;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Permission;
import org.vitrine.feature.Findable;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.feature.SearchSource;
import org.vitrine.meetings.MeetingFindRepository.FoundMeeting;
import org.vitrine.platform.database.Queries;

/** Finds meetings by their number, title and place. */
final class MeetingFinder implements SearchSource {
  private final MeetingFindRepository repository = new MeetingFindRepository();

  @Override
  public String kind() {
    return "meeting";
  }

  @Override
  public Set<Permission> foundWith() {
    return Set.of(Permission.ATTEND_MEETINGS);
  }

  @Override
  public Set<String> hears() {
    return Set.of(MeetingChange.KIND);
  }

  @Override
  public List<Findable> read(Queries queries, Collection<String> keys) {
    return repository.find(queries, keys).stream().map(MeetingFinder::findable).toList();
  }

  private static Findable findable(FoundMeeting meeting) {
    String number = String.valueOf(meeting.number());
    return new Findable(
        number,
        meeting.company(),
        meeting.company().isEmpty(),
        new FoundText(
            meeting.title(),
            Optional.of(meeting.room()).filter(room -> !room.isBlank()),
            "/meetings/" + number,
            true),
        List.of(number),
        List.of(meeting.room()),
        meeting.at());
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return repository.after(queries, key, limit);
  }
}
