package org.vitrine.meetings;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Worded;
import org.vitrine.platform.words.Words;

/** One thing that a company said, and what came of it, as a mail tells it. */
record SaidLine(Words words, SaidItem item) implements Worded {

  @Override
  public String in(Language language) {
    String came =
        Stream.of(
                item.answer().map(answer -> text(language, "answer", Map.of("text", answer))),
                item.dropped().map(reason -> text(language, "dropped", Map.of("text", reason))))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    String decided =
        item.decisions().stream()
            .map(one -> text(language, "decision", Map.of("text", one)))
            .collect(Collectors.joining(" "));
    String done =
        item.actions().stream().map(one -> action(language, one)).collect(Collectors.joining(" "));
    String all =
        Stream.of(came, decided, done)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return text(
        language,
        "item",
        Map.of(
            "title",
            new ItemTitles(words).of(item.title(), item.facts(), language),
            "came",
            item.isOpen() ? text(language, "open", Map.of()) : all));
  }

  private String action(Language language, FollowedAction action) {
    return text(
        language,
        "action",
        Map.of(
            "text",
            action.text(),
            "owner",
            action.owner(),
            "state",
            words.text(language, "recorded.action." + action.state().code())));
  }

  private String text(Language language, String part, Map<String, ?> values) {
    return words.text(language, "mail.you-said." + part, values);
  }
}
