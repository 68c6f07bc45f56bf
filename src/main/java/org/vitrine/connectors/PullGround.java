package org.vitrine.connectors;

import java.time.Clock;
import org.vitrine.intake.FetchedRecords;
import org.vitrine.platform.database.Database;

/** What every run needs. */
record PullGround(
    Database database, RecordRepository records, FetchedRecords fetched, Clock clock) {}
