package org.vitrine.visits;

import org.vitrine.actions.Actions;
import org.vitrine.calendars.Calendars;
import org.vitrine.companies.Companies;
import org.vitrine.invitations.Invitations;
import org.vitrine.mail.Mailer;
import org.vitrine.photos.Photos;
import org.vitrine.voices.Voices;

/** The rooms below that visits ask. */
public record VisitGround(
    Companies companies,
    Calendars calendars,
    Photos photos,
    Mailer mailer,
    Invitations invitations,
    Actions actions,
    Voices voices,
    VisitWords words) {}
