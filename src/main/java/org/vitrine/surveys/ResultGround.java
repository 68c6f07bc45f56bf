package org.vitrine.surveys;

import org.vitrine.actions.Actions;
import org.vitrine.companies.Companies;
import org.vitrine.mail.Mailer;
import org.vitrine.meetings.Meetings;
import org.vitrine.people.Unsubscribing;
import org.vitrine.voices.Voices;

/** The rooms below that act on what was answered. */
public record ResultGround(
    Companies companies,
    Voices voices,
    Actions actions,
    Meetings meetings,
    Mailer mailer,
    Unsubscribing unsubscribing) {}
