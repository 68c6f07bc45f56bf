package org.vitrine.invitations;

import java.util.Optional;
import org.vitrine.mail.Recipient;

/**
 * For whom a calendar is written.
 *
 * @param link where they answer
 */
record CalendarReader(Recipient to, Optional<String> link) {}
