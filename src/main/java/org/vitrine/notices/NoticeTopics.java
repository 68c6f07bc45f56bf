package org.vitrine.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/** One's own notices, live: the newest of them, and for the bell how many are unread. */
public final class NoticeTopics implements TopicSource<NoticePage> {
  private static final int SHOWN = 50;

  private final Notices notices;

  /**
   * @param reading over connections of their own: open pages move on even while all others are
   *     taken
   */
  public NoticeTopics(Notices reading) {
    this.notices = reading;
  }

  @Override
  public boolean owns(String name) {
    return name.equals(NoticePage.NEWEST) || name.equals(NoticePage.COUNT);
  }

  @Override
  public NoticePage resolve(String name, Caller caller) {
    if (caller instanceof Caller.SignedIn person
        && person.may(Permission.KEEP_NOTICES)
        && (person.role().isStaff() || person.company().isPresent())) {
      return new NoticePage(name, person.id(), companyOf(person));
    }
    throw TopicSource.nothing(name);
  }

  /** Those of staff are of all companies, whatever is in their care. */
  private static Optional<CompanyId> companyOf(Caller.SignedIn person) {
    return person.role().isStaff() ? Optional.empty() : person.company();
  }

  @Override
  public Optional<NoticePage> known(String name, Caller caller) {
    return Optional.of(resolve(name, caller));
  }

  @Override
  public Collection<NoticePage> touched(
      Collection<Change> changes, Collection<NoticePage> watched) {
    Set<String> people =
        changes.stream()
            .filter(change -> change.kind().equals(Notices.KIND))
            .map(Change::key)
            .collect(Collectors.toSet());
    return people.isEmpty()
        ? List.of()
        : watched.stream().filter(page -> people.contains(String.valueOf(page.reader()))).toList();
  }

  @Override
  public Map<NoticePage, TopicPage> read(Collection<NoticePage> topics) {
    Map<NoticePage, TopicPage> pages = new HashMap<>();
    topics.stream()
        .collect(Collectors.groupingBy(NoticePage::worksFor))
        .forEach((company, theirs) -> read(company, theirs, pages));
    return pages;
  }

  private void read(
      Optional<CompanyId> company, List<NoticePage> topics, Map<NoticePage, TopicPage> pages) {
    Map<Long, Long> unread = notices.unread(readers(topics), company);
    List<NoticePage> lists = topics.stream().filter(topic -> !topic.isCount()).toList();
    Map<Long, List<Notice>> newest =
        lists.isEmpty() ? Map.of() : notices.newest(readers(lists), company, SHOWN + 1);
    for (NoticePage topic : topics) {
      long count = unread.getOrDefault(topic.reader(), 0L);
      ObjectNode page =
          topic.isCount() ? Json.object() : list(newest.getOrDefault(topic.reader(), List.of()));
      pages.put(topic, new TopicPage(page.put("unread", count), 0));
    }
  }

  private static Set<Long> readers(List<NoticePage> topics) {
    return topics.stream().map(NoticePage::reader).collect(Collectors.toSet());
  }

  private static ObjectNode list(List<Notice> newest) {
    ObjectNode page = Json.object().put(TopicPage.TRUNCATED, newest.size() > SHOWN);
    ObjectNode rows = page.putObject(TopicPage.ROWS);
    newest.stream()
        .limit(SHOWN)
        .forEach(notice -> rows.set(String.valueOf(notice.number()), Json.tree(notice)));
    return page;
  }
}
