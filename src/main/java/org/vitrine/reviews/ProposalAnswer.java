package org.vitrine.reviews;

import java.time.Instant;
import java.util.Optional;

/**
 * What the house answers to a proposal.
 *
 * @param reason why not, or with which change; a word of thanks may stand with the others
 * @param sameAs the number of the proposal that says the same
 */
record ProposalAnswer(
    AnswerKind kind, Optional<String> reason, Optional<Long> sameAs, Instant at, String by) {}
