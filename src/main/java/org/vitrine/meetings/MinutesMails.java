package org.vitrine.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.meetings.Afterwards.AmendmentDecision;
import org.vitrine.meetings.Amendment.AmendmentState;
import org.vitrine.meetings.MinutesReaders.MinutesReader;
import org.vitrine.people.Contacts;
import org.vitrine.people.MailTopics.LeftMails;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Worded;
import org.vitrine.platform.words.Words;

/**
 * What is told by mail after a meeting, each in the transaction in which it comes to be so. It is
 * owed to nobody: whoever leaves such mails is not told again.
 */
final class MinutesMails {
  private static final int ITEMS_TOLD = 20;

  private final Mailer mailer;
  private final Unsubscribing unsubscribing;
  private final Words words;
  private final MinutesReaders readers;
  private final SaidReader said;
  private final MinutesMailChoices choices;
  private final Contacts contacts = new Contacts();

  MinutesMails(
      Mailer mailer,
      Unsubscribing unsubscribing,
      Words words,
      MinutesReaders readers,
      SaidReader said,
      MinutesMailChoices choices) {
    this.mailer = mailer;
    this.unsubscribing = unsubscribing;
    this.words = words;
    this.readers = readers;
    this.said = said;
    this.choices = choices;
  }

  /**
   * @param until the last day on which they can be amended
   */
  void prepared(Queries transaction, Meeting meeting, LocalDate until) {
    MailContent content = about("mail.minutes-prepared", meeting).with("until", until);
    wishing(transaction, meeting).forEach(reader -> tell(transaction, reader, content));
  }

  /** What became of what somebody wanted to read otherwise. */
  void decided(Queries transaction, Meeting meeting, Amendment wanted, AmendmentDecision decision) {
    boolean taken = decision.outcome() == AmendmentState.TAKEN;
    MinutesReader author = new MinutesReader(wanted.person(), wanted.company());
    if (choices.left(transaction, Set.of(author.person())).isEmpty()) {
      tell(
          transaction,
          author,
          about(taken ? "mail.amendment-taken" : "mail.amendment-declined", meeting)
              .with("text", wanted.text())
              .with("answer", decision.answer()));
    }
  }

  /** They are final: each company reads what it said and what we did, staff that they are. */
  void finished(Queries transaction, Meeting meeting) {
    Map<Optional<CompanyId>, List<MinutesReader>> byCompany =
        wishing(transaction, meeting).stream()
            .collect(Collectors.groupingBy(MinutesReader::company));
    byCompany.forEach(
        (company, people) -> {
          List<SaidItem> items =
              company
                  .map(
                      of ->
                          said.of(transaction, of, List.of(meeting.number()))
                              .getOrDefault(meeting.number(), List.of()))
                  .orElse(List.of());
          MailContent content =
              items.isEmpty() ? about("mail.minutes-final", meeting) : told(meeting, items);
          people.forEach(reader -> tell(transaction, reader, content));
        });
  }

  private MailContent told(Meeting meeting, List<SaidItem> items) {
    List<Worded> lines = new ArrayList<>();
    items.stream().limit(ITEMS_TOLD).map(item -> new SaidLine(words, item)).forEach(lines::add);
    int left = items.size() - ITEMS_TOLD;
    if (left > 0) {
      lines.add(language -> words.text(language, "mail.you-said.more", Map.of("count", left)));
    }
    lines.add(language -> words.text(language, "mail.you-said.thanks"));
    return about("mail.you-said", meeting).listing(lines);
  }

  private static MailContent about(String key, Meeting meeting) {
    return MailContent.of(key)
        .with("title", meeting.title())
        .with("day", meeting.time().start().toLocalDate())
        .leadingTo("/meetings/" + meeting.number() + "/minutes");
  }

  private List<MinutesReader> wishing(Queries queries, Meeting meeting) {
    List<MinutesReader> all = readers.of(queries, meeting.number());
    Set<Long> left = choices.left(queries, all.stream().map(MinutesReader::person).toList());
    return all.stream().filter(one -> !left.contains(one.person())).toList();
  }

  private void tell(Queries transaction, MinutesReader reader, MailContent content) {
    LeftMails left = new LeftMails(reader.person(), List.of(MinutesMailChoices.MINUTES), List.of());
    reader
        .company()
        .map(company -> contacts.recipient(transaction, reader.person(), company))
        .orElseGet(() -> contacts.recipient(transaction, reader.person()))
        .ifPresent(
            to -> mailer.tell(transaction, to, unsubscribing.leftBy(transaction, content, left)));
  }
}
