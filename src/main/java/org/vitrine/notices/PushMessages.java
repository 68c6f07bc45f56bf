package org.vitrine.notices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.notices.PushRepository.PushedNotice;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/**
 * What a device shows of notices: a few of them, or how many there are. Small, as push services
 * ask.
 */
final class PushMessages {
  private static final int EACH_AT_MOST = 3;
  private static final int LONGEST = 200;

  private final Words words;

  PushMessages(Words words) {
    this.words = words;
  }

  /** The message as the worker in the browser reads it; the same tag takes the other's place. */
  record PushMessage(String title, String body, String path, String tag) {}

  List<byte[]> of(List<PushedNotice> notices, Optional<Language> language) {
    Language reads = language.orElse(Language.ENGLISH);
    List<PushMessage> messages =
        notices.size() > EACH_AT_MOST
            ? List.of(together(notices.size(), reads))
            : notices.stream().map(one -> message(one, reads)).toList();
    return messages.stream().map(Json::bytes).toList();
  }

  private PushMessage together(int count, Language language) {
    return new PushMessage(
        words.text(language, "notices.title"),
        words.text(language, "push.several", Map.of("count", count)),
        "/notices",
        "notices");
  }

  private PushMessage message(PushedNotice one, Language language) {
    Sentence sentence = new Sentence(words, one.kind(), one.facts());
    return new PushMessage(
        cut(sentence.subject(language)),
        cut(sentence.said(language)),
        NoticeMails.path(one.facts()),
        "notice-" + one.number());
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
