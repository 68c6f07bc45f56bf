package org.vitrine.recalls;

import org.vitrine.actions.Actions;
import org.vitrine.calendars.Calendars;
import org.vitrine.companies.Companies;
import org.vitrine.mail.Mailer;
import org.vitrine.nonconformances.Nonconformances;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.Tracking;

/**
 * The rooms below.
 *
 * @param language what staff read who have not said what they do
 */
public record RecallGround(
    Companies companies,
    Tracking tracking,
    Nonconformances nonconformances,
    GlassLinks links,
    Calendars calendars,
    Actions actions,
    Mailer mailer,
    Words words,
    Language language) {}
