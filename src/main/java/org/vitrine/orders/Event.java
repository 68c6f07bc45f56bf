package org.vitrine.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One entry of an order's history.
 *
 * @param reportId what the plant calls this report; absent for what is no report
 * @param happenedAt when it happened, as its source says
 * @param recordedAt when it reached us
 * @param source scan, machine, manual, import or inferred
 * @param actor who said so
 */
public record Event(
    long version,
    EventKind kind,
    String reportId,
    Instant happenedAt,
    Instant recordedAt,
    String source,
    String actor,
    JsonNode body) {}
