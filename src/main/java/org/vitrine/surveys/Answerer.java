package org.vitrine.surveys;

import org.vitrine.companies.CompanyId;

/** Who sends answers, or looks at what is asked. */
sealed interface Answerer {

  /** Whoever holds the link of a mail, which says who was asked for which company. */
  record LinkHolder(AskedOne asked) implements Answerer {}

  /** A contact who signed in, for the company that they work for now. */
  record AskedContact(long person, CompanyId company) implements Answerer {}

  /** Somebody of the house, who visited or telephoned. */
  record HouseWriter(String name) implements Answerer {}
}
