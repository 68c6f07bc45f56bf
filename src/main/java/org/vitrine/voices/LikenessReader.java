package org.vitrine.voices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.likeness.LikenessIndex;

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
    Map<VoiceNumber, String> open =
        voices.words(transaction, new VoiceAudience.ForStaff(false), COMPARED);
    LikenessIndex<VoiceNumber> index = LikenessIndex.of(open);
    List<AlikeVoices> alike = new ArrayList<>();
    for (Change change : said) {
      VoiceNumber number = VoiceChange.of(change).number();
      String own = open.get(number);
      if (own != null) {
        alike(number, own, index).forEach(other -> alike.add(new AlikeVoices(number, other)));
      }
    }
    if (!alike.isEmpty()) {
      repository.add(transaction, alike);
      changes.record(transaction, repository.pageChanges(transaction, alike));
    }
  }

  private static List<VoiceNumber> alike(
      VoiceNumber number, String words, LikenessIndex<VoiceNumber> open) {
    return open.nearest(words, ALIKE_KEPT + 1, LikenessIndex.WORTH_A_LOOK).stream()
        .map(LikenessIndex.Neighbour::key)
        .filter(other -> !other.equals(number))
        .limit(ALIKE_KEPT)
        .toList();
  }
}
