package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.vitrine.orders.OrderId;

/**
 * An entry of an order's history.
 *
 * @param kind as the history writes it
 * @param undone the entries that count no longer because of it
 */
record HistoryFact(
    OrderId order, long entry, String kind, Instant at, JsonNode body, List<Long> undone) {}
