package org.vitrine.profiles;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyChange;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.platform.changes.Change;
import org.vitrine.profiles.ProfileTopic.CompanyProfile;
import org.vitrine.profiles.ProfileTopic.OwnAgreement;
import org.vitrine.tracking.TrackingRoutes;

/**
 * Profiles as they are watched. What a tier gets may count for any company, and a company may come
 * to another tier: these are seldom, and each page that is open is looked at then.
 */
final class ProfileTopics implements TopicSource<ProfileTopic> {
  private final Profiles profiles;
  private final ProfileReader reader;
  private final AgreementReader agreements;

  /** Both read over connections that are for open pages. */
  ProfileTopics(Profiles profiles, ProfileReader reader, AgreementReader agreements) {
    this.profiles = profiles;
    this.reader = reader;
    this.agreements = agreements;
  }

  @Override
  public boolean owns(String name) {
    return name.equals(OwnAgreement.NAME) || name.startsWith(CompanyProfile.PREFIX);
  }

  @Override
  public ProfileTopic resolve(String name, Caller caller) {
    return name.equals(OwnAgreement.NAME) ? own(name, caller) : ofCompany(name, caller);
  }

  private static ProfileTopic own(String name, Caller caller) {
    if (!caller.may(Permission.SEE_AGREEMENT)) {
      throw TopicSource.nothing(name);
    }
    return TrackingRoutes.companyOf(caller)
        .map(OwnAgreement::new)
        .orElseThrow(() -> TopicSource.nothing(name));
  }

  private ProfileTopic ofCompany(String name, Caller caller) {
    if (!caller.may(Permission.READ_PROFILES)) {
      throw TopicSource.nothing(name);
    }
    return profiles
        .companies()
        .find(name.substring(CompanyProfile.PREFIX.length()))
        .map(company -> new CompanyProfile(name, company.id()))
        .orElseThrow(() -> TopicSource.nothing(name));
  }

  @Override
  public Collection<ProfileTopic> touched(
      Collection<Change> changes, Collection<ProfileTopic> watched) {
    return watched.stream()
        .filter(topic -> changes.stream().anyMatch(change -> touches(change, topic.about())))
        .toList();
  }

  private static boolean touches(Change change, CompanyId company) {
    return switch (change.kind()) {
      case ProfileChange.KIND -> change.company().isEmpty() || isOf(change, company);
      case CompanyChange.KIND -> isOf(change, company);
      default -> false;
    };
  }

  /** What is another's now is told under its key. */
  private static boolean isOf(Change change, CompanyId company) {
    return change.company().filter(id -> id == company.value()).isPresent()
        || change.key().equals(String.valueOf(company.value()));
  }

  @Override
  public Map<ProfileTopic, TopicPage> read(Collection<ProfileTopic> topics) {
    Map<ProfileTopic, TopicPage> pages = new HashMap<>();
    for (ProfileTopic topic : Set.copyOf(topics)) {
      switch (topic) {
        case CompanyProfile one ->
            reader.find(one.code()).ifPresent(page -> pages.put(one, TopicPage.of(page, 0)));
        case OwnAgreement own -> pages.put(own, TopicPage.of(agreements.of(own.about()), 0));
      }
    }
    return pages;
  }
}
