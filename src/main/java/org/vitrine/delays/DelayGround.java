package org.vitrine.delays;

import org.vitrine.calendars.Calendars;
import org.vitrine.companies.Companies;
import org.vitrine.mail.Mailer;
import org.vitrine.orders.OrderActs;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.profiles.Profiles;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.Voices;

/**
 * The rooms below.
 *
 * @param language in which the house speaks first
 */
public record DelayGround(
    Companies companies,
    Tracking tracking,
    OrderSnapshots snapshots,
    OrderActs acts,
    GlassLinks links,
    Calendars calendars,
    Profiles profiles,
    Voices voices,
    Mailer mailer,
    Words words,
    Language language) {}
