package org.vitrine.visits;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * What was noted at a visit, as it is sent: all of it at once.
 *
 * @param id given by whoever noted it, before there was a network: the same again is the same
 * @param photos the ids of photos that were sent before
 */
public record NoteVisit(
    UUID id,
    WhoWasThere present,
    List<String> facts,
    List<NotedWish> wishes,
    List<NotedPromise> promises,
    List<String> photos) {
  private static final int MOST = 50;
  private static final int LONGEST = 2_000;
  private static final int LONGEST_PROMISE = 500;
  private static final int LONGEST_NAME = 100;

  /** Who was there. */
  public record WhoWasThere(List<String> theirs, List<String> ours) {
    public WhoWasThere {
      theirs = names("present.theirs", theirs);
      ours = names("present.ours", ours);
    }
  }

  /**
   * What somebody of them would like.
   *
   * @param by one of those who were there; the first of them where nobody is named
   */
  public record NotedWish(String text, String by) {
    Optional<String> said() {
      return Optional.ofNullable(by).map(Blanks::stripped).filter(name -> !name.isEmpty());
    }
  }

  /**
   * What the house will do.
   *
   * @param owner who does, by e-mail address; who visited where nobody is named
   * @param due the last day
   */
  public record NotedPromise(String text, String owner, LocalDate due) {}

  public NoteVisit {
    if (id == null) {
      throw new Rejection.Invalid("id", "Give it an id of your own, a random UUID");
    }
    present = present == null ? new WhoWasThere(List.of(), List.of()) : present;
    facts = few("facts", facts);
    wishes = few("wishes", wishes);
    promises = few("promises", promises);
    photos = few("photos", photos);
    for (int at = 0; at < facts.size(); at++) {
      text("facts[%d]".formatted(at), facts.get(at), LONGEST);
    }
    for (int at = 0; at < wishes.size(); at++) {
      text("wishes[%d].text".formatted(at), wishes.get(at).text(), LONGEST);
      TextLimit.atMost("wishes[%d].by".formatted(at), wishes.get(at).by(), LONGEST_NAME);
    }
    for (int at = 0; at < promises.size(); at++) {
      text("promises[%d].text".formatted(at), promises.get(at).text(), LONGEST_PROMISE);
      if (promises.get(at).due() == null) {
        throw new Rejection.Invalid(
            "promises[%d].due".formatted(at), "Say by which day it is done");
      }
    }
    if (facts.isEmpty() && wishes.isEmpty() && promises.isEmpty()) {
      throw new Rejection.Invalid("facts", "Note at least one thing that was said");
    }
  }

  private static <T> List<T> few(String field, List<T> some) {
    if (some == null) {
      return List.of();
    }
    if (some.size() > MOST || some.stream().anyMatch(one -> one == null)) {
      throw new Rejection.Invalid(field, "At most %d, each with something in it".formatted(MOST));
    }
    return List.copyOf(some);
  }

  private static List<String> names(String field, List<String> names) {
    return few(field, names).stream()
        .map(Blanks::stripped)
        .filter(name -> !name.isEmpty())
        .peek(name -> TextLimit.atMost(field, name, LONGEST_NAME))
        .distinct()
        .toList();
  }

  private static void text(String field, String text, int most) {
    if (text == null || Blanks.only(text)) {
      throw new Rejection.Invalid(field, "Write what was said");
    }
    TextLimit.atMost(field, text, most);
  }
}
