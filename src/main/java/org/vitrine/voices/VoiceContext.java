package org.vitrine.voices;

/**
 * What is not the voice's own and yet decides what follows from its events: read before a customer
 * writes, since they see none of it.
 */
record VoiceContext(CommitmentProfile profile, VoicePeople people) {}
