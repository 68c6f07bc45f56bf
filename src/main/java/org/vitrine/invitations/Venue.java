package org.vitrine.invitations;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * Where people come together: in a room, by video link, or both.
 *
 * @param video over http or https
 */
public record Venue(Optional<String> room, Optional<URI> video) {
  private static final int LONGEST = 300;

  public static final Venue UNKNOWN = new Venue(Optional.empty(), Optional.empty());

  public Venue {
    room = room.map(String::strip).filter(text -> !text.isEmpty());
    room.filter(text -> text.length() > LONGEST || !isOneLine(text))
        .ifPresent(
            text -> {
              throw new Rejection.Invalid(
                  "place.room",
                  "A room is one line of up to %d characters, unlike “%s”"
                      .formatted(LONGEST, Excerpt.of(text)));
            });
    video
        .filter(link -> !isLink(link))
        .ifPresent(
            link -> {
              throw new Rejection.Invalid(
                  "place.video",
                  "A video link begins with https:// and has up to %d characters, unlike “%s”"
                      .formatted(LONGEST, Excerpt.of(link.toString())));
            });
  }

  static boolean isOneLine(String text) {
    return text.codePoints().noneMatch(Character::isISOControl);
  }

  private static boolean isLink(URI link) {
    boolean isWeb = "https".equals(link.getScheme()) || "http".equals(link.getScheme());
    return isWeb && link.getHost() != null && link.toString().length() <= LONGEST;
  }

  /** As one line: the room and the link. */
  public String line() {
    return Stream.of(room, video.map(URI::toString))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }
}
