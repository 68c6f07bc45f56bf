package org.vitrine.surveys;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;

/**
 * What one person answered.
 *
 * @param id of an anonymous one, another each time
 * @param day where the plant is; absent where it is anonymous
 * @param company absent where it is anonymous
 * @param tier of the company when it was answered: were it the one of today, whoever changes that
 *     would see from what it takes along what was answered; absent where it is anonymous
 * @param person only where the survey is named
 * @param mayFollow whether they want to hear from us about it
 * @param answers by the keys of the questions, in their order
 */
public record AnswerSheet(
    UUID id,
    SheetChannel channel,
    Optional<LocalDate> day,
    Optional<CompanyId> company,
    Optional<Tier> tier,
    Optional<Long> person,
    boolean mayFollow,
    Map<String, SurveyAnswer> answers) {}
