package org.vitrine.connectors;

import org.vitrine.connectors.SourceFault.FaultKind;

/** Why a connector could not go on, in a sentence. */
public record PullFault(FaultKind kind, String sentence) {
  static PullFault of(SourceFault fault) {
    return new PullFault(fault.kind(), fault.getMessage());
  }
}
