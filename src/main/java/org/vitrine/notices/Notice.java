package org.vitrine.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What one person was told, as their page shows it.
 *
 * @param number counts this person's notices
 * @param facts what its sentence is made of
 * @param asked whether they asked to be told exactly this
 * @param agreed by which version of what was agreed they are told this way
 * @param company whose it is, for staff
 */
record Notice(
    long number,
    String kind,
    NoticeTopic topic,
    Instant at,
    boolean read,
    boolean asked,
    ObjectNode facts,
    Optional<JsonNode> agreed,
    Optional<String> company) {}
