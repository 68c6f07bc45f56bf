package org.vitrine.invitations;

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
import org.vitrine.live.Topic;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/** What one is asked to, live. */
final class InvitationTopics implements TopicSource<InvitationTopics.OwnTopic> {
  static final String NAME = "invitations";

  private final OwnInvitations reading;

  /**
   * @param reading over connections of their own: open pages move on even while all others are
   *     taken
   */
  InvitationTopics(OwnInvitations reading) {
    this.reading = reading;
  }

  /**
   * Somebody’s own.
   *
   * @param worksFor the company that a contact works for now; absent for staff
   */
  record OwnTopic(long person, Optional<CompanyId> worksFor) implements Topic {
    @Override
    public String name() {
      return NAME;
    }
  }

  @Override
  public boolean owns(String name) {
    return name.equals(NAME);
  }

  @Override
  public OwnTopic resolve(String name, Caller caller) {
    if (caller instanceof Caller.SignedIn person
        && person.may(Permission.ANSWER_INVITATIONS)
        && (person.role().isStaff() || person.company().isPresent())) {
      return new OwnTopic(
          person.id(), person.role().isStaff() ? Optional.empty() : person.company());
    }
    throw TopicSource.nothing(name);
  }

  @Override
  public Optional<OwnTopic> known(String name, Caller caller) {
    return Optional.of(resolve(name, caller));
  }

  @Override
  public Collection<OwnTopic> touched(Collection<Change> changes, Collection<OwnTopic> watched) {
    Set<Long> people =
        changes.stream()
            .filter(change -> change.kind().equals(Invitations.CHANGED))
            .map(change -> change.body().path("person").asLong())
            .collect(Collectors.toSet());
    return people.isEmpty()
        ? List.of()
        : watched.stream().filter(topic -> people.contains(topic.person())).toList();
  }

  @Override
  public Map<OwnTopic, TopicPage> read(Collection<OwnTopic> topics) {
    Map<OwnTopic, TopicPage> pages = new HashMap<>();
    topics.stream()
        .collect(Collectors.groupingBy(OwnTopic::worksFor))
        .forEach(
            (company, theirs) -> {
              Map<Long, List<ShownInvitation>> coming =
                  reading.coming(company, theirs.stream().map(OwnTopic::person).toList());
              theirs.forEach(
                  topic -> pages.put(topic, page(coming.getOrDefault(topic.person(), List.of()))));
            });
    return pages;
  }

  private static TopicPage page(List<ShownInvitation> shown) {
    ObjectNode page = Json.object().put(TopicPage.TRUNCATED, false);
    ObjectNode rows = page.putObject(TopicPage.ROWS);
    shown.forEach(one -> rows.set(String.valueOf(one.number()), Json.tree(one)));
    return new TopicPage(page, 0);
  }
}
