package org.vitrine.recalls;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Contacts;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Worded;
import org.vitrine.platform.words.Words;

/**
 * What companies are told and reminded of by mail. It is owed to them: nobody can leave such mails.
 */
final class RecallMails {
  private static final int CONTACTS_TOLD = 200;
  private static final int LINES_TOLD = 20;
  private static final int CODES_TOLD = 20;
  static final String PAGE = "/recall-notices/";

  private final Mailer mailer;
  private final Words words;
  private final Contacts contacts = new Contacts();

  RecallMails(Mailer mailer, Words words) {
    this.mailer = mailer;
    this.words = words;
  }

  /** Tells everybody of the company who can come in; returns how many there are. */
  int tell(Queries transaction, RecallNotice notice) {
    String news = notice.telling().news().code();
    return send(transaction, notice, content("mail.recall-" + news, notice));
  }

  int remind(Queries transaction, RecallNotice notice) {
    return send(transaction, notice, content("mail.recall-reminder", notice));
  }

  private int send(Queries transaction, RecallNotice notice, MailContent content) {
    List<Long> people = contacts.of(transaction, notice.company(), CONTACTS_TOLD);
    int told = 0;
    for (long person : people) {
      var to = contacts.recipient(transaction, person, notice.company());
      to.ifPresent(one -> mailer.owe(transaction, one, content));
      told += to.isPresent() ? 1 : 0;
    }
    return told;
  }

  private MailContent content(String key, RecallNotice notice) {
    RecallWords said = notice.matter().words();
    return MailContent.of(key)
        .with("title", said.title())
        .with("what", said.what())
        .with("hazard", said.hazard())
        .with("now", said.now())
        .with("told", notice.telling().first())
        .listing(lines(notice))
        .leadingTo(PAGE + notice.id());
  }

  private List<Worded> lines(RecallNotice notice) {
    List<Worded> lines = new ArrayList<>();
    notice.lines().stream().limit(LINES_TOLD).map(this::line).forEach(lines::add);
    if (notice.lines().size() > LINES_TOLD) {
      lines.add(language -> words.text(language, "recalls.more-lines"));
    }
    return lines;
  }

  /** Its order, and its serials as far as a mail has room for them. */
  private Worded line(NoticeLine line) {
    String codes = line.codes().stream().limit(CODES_TOLD).collect(Collectors.joining(", "));
    String shown = line.codes().size() > CODES_TOLD ? codes + " …" : codes;
    return language -> line.order().map(order -> order.value() + ": ").orElse("") + shown;
  }
}
