package org.vitrine.notices;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;

/**
 * What can be watched of somebody's notices: the newest of them, or only how many are unread.
 *
 * @param reader whose they are
 * @param worksFor the company that a contact works for now; absent for staff
 */
record NoticePage(String name, long reader, Optional<CompanyId> worksFor) implements Topic {
  static final String NEWEST = "notices";
  static final String COUNT = "notices/unread";

  boolean isCount() {
    return name.equals(COUNT);
  }
}
