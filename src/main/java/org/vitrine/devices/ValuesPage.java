package org.vitrine.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.Requirement;

/**
 * What was measured of one requirement of one line, in the order in which it was.
 *
 * @param left how many older values are not among these
 * @param capability absent of a requirement that is a yes or a no
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ValuesPage(
    Requirement requirement, List<TakenValue> values, int left, Optional<Capability> capability) {

  /**
   * One reading.
   *
   * @param unit the serial number of the piece that was measured
   * @param passes whether it is within the limits
   * @param counts whether the verdict may rest on it
   * @param overdue whether the calibration of its device had run out
   * @param by what measured it, for staff
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record TakenValue(
      Instant at,
      Optional<BigDecimal> value,
      Optional<String> unit,
      boolean passes,
      boolean counts,
      boolean overdue,
      Optional<MeasuredBy> by) {}

  /**
   * What measured it.
   *
   * @param device its code, as the report has it
   * @param name absent where nobody entered such a device
   * @param raw what it sent
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record MeasuredBy(
      Optional<String> device,
      Optional<String> name,
      Optional<String> raw,
      Optional<String> station) {}
}
