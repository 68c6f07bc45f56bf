package org.vitrine.delays;

import java.time.Instant;

/**
 * An answer, by whom and how it came.
 *
 * @param through page, mail or glass
 */
record GivenAnswer(AnswerOffer said, String by, String through, Instant at) {}
