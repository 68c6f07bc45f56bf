package org.vitrine.people;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.vitrine.access.Caller;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyChange;
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
    /** What is another's now is told under its key. */
    private boolean isTouchedBy(Change change) {
      return change.company().filter(company -> company == id.value()).isPresent()
          || change.kind().equals(CompanyChange.KIND)
              && change.key().equals(String.valueOf(id.value()));
    }

    private String code() {
      return name.substring(ONE.length());
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
    return watched.stream().filter(topic -> changes.stream().anyMatch(topic::isTouchedBy)).toList();
  }

  @Override
  public Duration rest(WatchedCompany topic) {
    return REST;
  }

  /** One that has become part of another shows the other. */
  @Override
  public Map<WatchedCompany, TopicPage> read(Collection<WatchedCompany> topics) {
    Map<WatchedCompany, TopicPage> pages = new HashMap<>();
    for (WatchedCompany topic : Set.copyOf(topics)) {
      reader.find(topic.code()).ifPresent(shown -> pages.put(topic, TopicPage.of(shown, 0)));
    }
    return pages;
  }
}
