package org.vitrine.voices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;

/**
 * Finds which open voices a new one is like, whosever they are: a moment afterwards, since no
 * customer may be told by how long saying something takes what others said.
 */
final class LikenessReader implements Subscriber {
  private static final int COMPARED = 2_000;
  private static final int ALIKE_KEPT = 20;

  private final VoiceRepository voices;
  private final LikenessRepository repository = new LikenessRepository();
  private final Changes changes;

  LikenessReader(VoiceRepository voices, Changes changes) {
    this.voices = voices;
    this.changes = changes;
  }

  /** Two that are alike. */
  record AlikeVoices(VoiceNumber one, VoiceNumber other) {}

  @Override
  public String name() {
    return "voices.likeness";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(VoiceChange.SAID);
  }

  /** What is open already is compared too. */
  @Override
  public boolean hearsThePast() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> said) {
    Map<VoiceNumber, Likeness> open = new HashMap<>();
    voices
        .words(transaction, new VoiceAudience.ForStaff(false), COMPARED)
        .forEach((number, words) -> open.put(number, Likeness.of(words)));
    List<AlikeVoices> alike = new ArrayList<>();
    for (Change change : said) {
      VoiceNumber number = VoiceChange.of(change).number();
      Likeness own = open.get(number);
      if (own != null) {
        alike(number, own, open).forEach(other -> alike.add(new AlikeVoices(number, other)));
      }
    }
    if (!alike.isEmpty()) {
      repository.add(transaction, alike);
      changes.record(transaction, repository.pageChanges(transaction, alike));
    }
  }

  private static List<VoiceNumber> alike(
      VoiceNumber number, Likeness own, Map<VoiceNumber, Likeness> open) {
    return open.entrySet().stream()
        .filter(other -> !other.getKey().equals(number))
        .map(other -> Map.entry(other.getKey(), own.to(other.getValue())))
        .filter(other -> other.getValue() >= Likeness.ALIKE)
        .sorted(Comparator.comparing(Map.Entry<VoiceNumber, Double>::getValue).reversed())
        .limit(ALIKE_KEPT)
        .map(Map.Entry::getKey)
        .toList();
  }
}
