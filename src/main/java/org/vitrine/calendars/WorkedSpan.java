package org.vitrine.calendars;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/** A stretch of time that is worked without a break; in JSON the pair of its ends. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"from", "to"})
public record WorkedSpan(Instant from, Instant to) {}
