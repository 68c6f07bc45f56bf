package org.vitrine.voices;

import java.util.Optional;
import org.vitrine.voices.AgreedService.CompanyClocks;

/**
 * What is not the voice's own and yet decides what follows from its events: read before a customer
 * writes, since they see none of it.
 *
 * @param clocks what its company was promised; absent where nothing begins
 */
record VoiceContext(
    CommitmentProfile profile, VoicePeople people, Optional<CompanyClocks> clocks) {}
