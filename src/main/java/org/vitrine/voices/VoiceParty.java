package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.access.Caller;

/**
 * Who speaks or acts.
 *
 * @param id the person's, or the glass link's; absent for the program itself
 */
public record VoiceParty(VoiceSide side, Optional<Long> id, String name) {
  /** The program itself: the clock, or what a customer never sees a person do. */
  public static final VoiceParty SYSTEM =
      new VoiceParty(VoiceSide.SYSTEM, Optional.empty(), "Vitrine");

  /** On which side of the window somebody stands. */
  public enum VoiceSide {
    @JsonProperty("customer")
    CUSTOMER,
    @JsonProperty("staff")
    STAFF,
    /** Whoever holds a glass link that may speak. */
    @JsonProperty("glass")
    GLASS,
    @JsonProperty("system")
    SYSTEM;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether one waits for an answer there. */
    public boolean isCustomers() {
      return this == CUSTOMER || this == GLASS;
    }
  }

  public static VoiceParty of(Caller caller) {
    return switch (caller) {
      case Caller.SignedIn person ->
          new VoiceParty(
              person.role().isStaff() ? VoiceSide.STAFF : VoiceSide.CUSTOMER,
              Optional.of(person.id()),
              person.name());
      case Caller.GlassHolder glass ->
          new VoiceParty(VoiceSide.GLASS, Optional.of(glass.linkId()), glass.actor());
      case Caller.Key key -> new VoiceParty(VoiceSide.STAFF, Optional.of(key.id()), key.actor());
      case Caller.Station station ->
          new VoiceParty(VoiceSide.STAFF, Optional.empty(), station.name());
    };
  }

  @JsonIgnore
  public boolean isStaff() {
    return side == VoiceSide.STAFF;
  }
}
