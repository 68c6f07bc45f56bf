package org.vitrine.reviews;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.likeness.LikenessIndex;
import org.vitrine.platform.likeness.LikenessIndex.Neighbour;
import org.vitrine.reviews.ProposalRepository.ProposalText;

/**
 * The proposals of a review as they are compared while somebody writes: an index in memory, and
 * beside it what came later, which is few. Made anew when there is a tenth more.
 */
final class ProposalShelf {
  private static final int REVIEWS_KEPT = 8;
  private static final Duration KEPT = Duration.ofMinutes(30);
  private static final int FEW = 100;

  /** What commits later than it says it was proposed is found all the same. */
  private static final Duration LONGEST_COMMIT = Duration.ofMinutes(2);

  private final Database database;
  private final ProposalRepository repository = new ProposalRepository();
  private final Cache<ReviewNumber, Shelved> shelf =
      Caffeine.newBuilder().maximumSize(REVIEWS_KEPT).expireAfterAccess(KEPT).build();

  ProposalShelf(Database database) {
    this.database = database;
  }

  /**
   * @param until when the newest of it was proposed
   */
  private record Shelved(Map<Long, String> texts, LikenessIndex<Long> index, Instant until) {
    private boolean isFitFor(int proposals) {
      return proposals - texts.size() <= Math.max(FEW, texts.size() / 10);
    }
  }

  /** The numbers of those that say what this text says, the nearest first. */
  List<Long> alike(Review review, String text, int most) {
    double likeYours = LikenessIndex.likeYours(text);
    Shelved shelved = shelved(review);
    return Stream.of(shelved.index(), later(review.number(), shelved))
        .flatMap(index -> index.nearest(text, most, likeYours).stream())
        .sorted(Comparator.comparingDouble((Neighbour<Long> one) -> one.cosine()).reversed())
        .limit(most)
        .map(Neighbour::key)
        .toList();
  }

  /** Two who ask for it at the same moment may both read it: neither holds up the other. */
  private Shelved shelved(Review review) {
    Shelved known = shelf.getIfPresent(review.number());
    if (known != null && known.isFitFor(review.proposals())) {
      return known;
    }
    Shelved fresh = read(review.number());
    shelf.put(review.number(), fresh);
    return fresh;
  }

  private Shelved read(ReviewNumber review) {
    List<ProposalText> found = repository.texts(database, review, Instant.EPOCH);
    Map<Long, String> texts = texts(found);
    Instant until = found.isEmpty() ? Instant.EPOCH : found.getLast().at();
    return new Shelved(texts, LikenessIndex.of(texts), until);
  }

  private LikenessIndex<Long> later(ReviewNumber review, Shelved shelved) {
    Instant since =
        shelved.until().equals(Instant.EPOCH)
            ? Instant.EPOCH
            : shelved.until().minus(LONGEST_COMMIT);
    Map<Long, String> later = texts(repository.texts(database, review, since));
    later.keySet().removeAll(shelved.texts().keySet());
    return shelved.texts().isEmpty() ? LikenessIndex.of(later) : shelved.index().weighing(later);
  }

  private static Map<Long, String> texts(List<ProposalText> found) {
    Map<Long, String> texts = new LinkedHashMap<>();
    found.forEach(one -> texts.put(one.number(), one.text()));
    return texts;
  }

  void forget() {
    shelf.invalidateAll();
  }
}
