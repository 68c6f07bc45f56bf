package org.vitrine.health;

import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.access.Keys;
import org.vitrine.evidence.Evidence;
import org.vitrine.forecasting.Forecasting;
import org.vitrine.mail.Bounces;
import org.vitrine.mail.MailQueue;
import org.vitrine.platform.changes.Changes;

/**
 * What tells how the installation is.
 *
 * @param data where our own database is; absent where it is another's
 */
public record HealthGround(
    Changes changes,
    MailQueue mails,
    Bounces bounces,
    Keys keys,
    Forecasting forecasts,
    Evidence evidence,
    Optional<Path> data) {}
