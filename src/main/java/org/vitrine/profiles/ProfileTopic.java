package org.vitrine.profiles;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;

/** What is watched of profiles. */
sealed interface ProfileTopic extends Topic {
  CompanyId about();

  /** A company's profile, as the house watches it. */
  record CompanyProfile(String name, CompanyId about) implements ProfileTopic {
    static final String PREFIX = "profiles/";

    String code() {
      return name.substring(PREFIX.length());
    }
  }

  /** What one's own company was promised. */
  record OwnAgreement(CompanyId about) implements ProfileTopic {
    static final String NAME = "agreement";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Optional<Long> company() {
      return Optional.of(about.value());
    }
  }
}
