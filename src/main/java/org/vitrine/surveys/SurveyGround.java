package org.vitrine.surveys;

import org.vitrine.companies.Companies;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Unsubscribing;
import org.vitrine.production.OrderSnapshots;

/** The rooms below that surveys ask. */
public record SurveyGround(
    Companies companies, OrderSnapshots snapshots, Mailer mailer, Unsubscribing unsubscribing) {}
