package org.vitrine.reviews;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.CompanyId;

/**
 * One idea, and what became of it.
 *
 * @param openCompany the company's name where it lets others see whose it is
 * @param group what staff have it under
 */
record Proposal(
    long number,
    CompanyId company,
    long person,
    String by,
    Optional<String> openCompany,
    String text,
    Instant at,
    EyesAndVotes tally,
    Optional<Long> group,
    Optional<ProposalAnswer> answer) {
  /** How long an idea is at most. */
  static final int LONGEST = 300;

  /**
   * @param seen how many said something to it, passing included
   */
  record EyesAndVotes(int seen, int agreed, int disagreed) {}

  boolean isOf(Participant participant, WhoseWord word) {
    return word == WhoseWord.PERSON
        ? person == participant.person()
        : company.equals(participant.company());
  }
}
