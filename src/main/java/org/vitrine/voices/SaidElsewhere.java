package org.vitrine.voices;

/**
 * What somebody of a company said where the house took it down, such as at a visit.
 *
 * @param by in whose name it is
 */
public record SaidElsewhere(VoiceOrigin origin, VoiceParty by, VoiceKind kind, String text) {
  public SaidElsewhere {
    text = VoiceText.required(text);
  }
}
