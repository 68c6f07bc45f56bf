package org.vitrine.voices;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Permission;
import org.vitrine.feature.Findable;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.feature.SearchSource;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.VoiceFindRepository.FoundVoice;

/** Finds messages by their number, their order, and how they begin. */
final class VoiceFinder implements SearchSource {
  private final VoiceFindRepository repository = new VoiceFindRepository();

  @Override
  public String kind() {
    return "message";
  }

  @Override
  public Set<Permission> foundWith() {
    return Set.of(Permission.ANSWER_VOICES, Permission.FOLLOW_VOICES);
  }

  @Override
  public Set<String> hears() {
    return Set.of(VoiceChange.KIND);
  }

  @Override
  public List<Findable> read(Queries queries, Collection<String> keys) {
    return repository.find(queries, keys).stream().map(VoiceFinder::findable).toList();
  }

  private static Findable findable(FoundVoice voice) {
    String number = String.valueOf(voice.number());
    return new Findable(
        number,
        Optional.of(voice.company()),
        true,
        new FoundText(
            voice.title(),
            Optional.of(voice.called().isEmpty() ? number : number + " · " + voice.called()),
            "/messages/" + number,
            true),
        List.of(number),
        List.of(voice.called(), voice.piece().orElse(""), voice.text()),
        voice.at());
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return repository.after(queries, key, limit);
  }
}
