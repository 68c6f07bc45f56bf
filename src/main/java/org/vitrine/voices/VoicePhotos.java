package org.vitrine.voices;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.photos.PhotoFacts;
import org.vitrine.photos.PhotoId;
import org.vitrine.photos.PhotoOwner;
import org.vitrine.photos.Photos;
import org.vitrine.platform.database.Queries;

/** The photos that are shown with what somebody wrote. */
final class VoicePhotos {
  private final Photos photos;

  VoicePhotos(Photos photos) {
    this.photos = photos;
  }

  /** Throws where one is not there, not theirs, or shown elsewhere already. */
  void use(
      Queries transaction, Speaker by, CompanyId company, List<String> ids, VoiceNumber number) {
    if (ids.isEmpty()) {
      return; // What was taken down may be nobody's whom we know.
    }
    photos.use(
        transaction,
        owner(by),
        company,
        ids.stream().map(PhotoId::new).toList(),
        "voices/" + number);
  }

  private static PhotoOwner owner(Speaker by) {
    String whose = by.link().isPresent() ? "glass link " : "person ";
    return new PhotoOwner(whose + by.party().id().orElseThrow(), by.company());
  }

  /** What pages have to know of the photos of these, by their ids. */
  Map<String, PhotoFacts> facts(Queries queries, Collection<Voice> voices) {
    List<PhotoId> ids =
        voices.stream()
            .flatMap(voice -> voice.events().stream())
            .flatMap(event -> of(event).stream())
            .map(PhotoId::new)
            .distinct()
            .toList();
    return photos.facts(queries, ids).stream()
        .collect(Collectors.toMap(one -> one.id().text(), Function.identity()));
  }

  /** Whether it is shown in this voice. */
  static boolean isIn(Voice voice, String photo) {
    return voice.events().stream().anyMatch(event -> of(event).contains(photo));
  }

  static List<String> of(VoiceEvent event) {
    return switch (event) {
      case VoiceEvent.Said e -> e.photos();
      case VoiceEvent.Added e -> e.photos();
      case VoiceEvent.Answered e -> e.photos();
      case VoiceEvent.Replied e -> e.photos();
      case VoiceEvent.Reopened e -> e.photos();
      default -> List.of();
    };
  }
}
