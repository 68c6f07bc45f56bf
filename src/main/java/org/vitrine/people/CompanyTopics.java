package org.vitrine.people;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.people.CompanyTopics.WatchedCompany;
import org.vitrine.platform.changes.Change;

/**
 * A company as staff watch it: what it is, who looks after it and how much there is. Whatever
 * happens to what is the company's own may move these numbers, and is looked at a moment later.
 */
final class CompanyTopics implements TopicSource<WatchedCompany> {
  static final String ONE = "companies/";
  private static final Duration REST = Duration.ofSeconds(2);

  private final Companies companies;
  private final CompanyReader reader;

  CompanyTopics(Companies companies, CompanyReader reader) {
    this.companies = companies;
    this.reader = reader;
  }

  /** One that is watched. */
  record WatchedCompany(String name, CompanyId id) implements Topic {
    @Override
    public Optional<Long> company() {
      return Optional.of(id.value());
    }
  }

  @Override
  public boolean owns(String name) {
    return name.startsWith(ONE);
  }

  @Override
  public WatchedCompany resolve(String name, Caller caller) {
    if (!caller.seesAllCompanies()) {
      throw TopicSource.nothing(name);
    }
    Company company =
        companies.find(name.substring(ONE.length())).orElseThrow(() -> TopicSource.nothing(name));
    return new WatchedCompany(name, company.id());
  }

  @Override
  public Collection<WatchedCompany> touched(
      Collection<Change> changes, Collection<WatchedCompany> watched) {
    return watched.stream()
        .filter(
            topic -> changes.stream().anyMatch(change -> change.company().equals(topic.company())))
        .toList();
  }

  @Override
  public Duration rest(WatchedCompany topic) {
    return REST;
  }

  @Override
  public Map<WatchedCompany, TopicPage> read(Collection<WatchedCompany> topics) {
    List<CompanyId> ids = topics.stream().map(WatchedCompany::id).distinct().toList();
    Map<CompanyId, ListedCompany> found = reader.byId(ids);
    Map<WatchedCompany, TopicPage> pages = new HashMap<>();
    topics.stream()
        .filter(topic -> found.containsKey(topic.id()))
        .collect(Collectors.toSet())
        .forEach(topic -> pages.put(topic, TopicPage.of(found.get(topic.id()), 0)));
    return pages;
  }
}
