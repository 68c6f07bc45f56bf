package org.vitrine.devices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What is said of a machine by whoever listens to it. */
public enum MachineState {
  @JsonProperty("live")
  LIVE,
  @JsonProperty("silent")
  SILENT,
  /** It, or what speaks for it, began anew: what it had counted is not known. */
  @JsonProperty("restarted")
  RESTARTED,
  /** Something it said was missed. */
  @JsonProperty("gap")
  GAP;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MachineState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
