package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of asking a system once.
 *
 * @param fault why it does not work; absent where it does
 * @param columns what its records say, by name: to be mapped
 * @param rows the first of them
 */
public record TriedConnection(
    boolean works,
    Optional<PullFault> fault,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> columns,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Map<String, String>> rows) {

  static TriedConnection failed(PullFault fault) {
    return new TriedConnection(false, Optional.of(fault), List.of(), List.of());
  }
}
