package org.vitrine.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.mail.MailboxRepository.Position;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.QueryFailed;

/**
 * Reads what came to a mailbox, each mail once, whatever node dies: how far it was read is written
 * in the transaction in which a mail is acted on. Nothing in the mailbox is changed, so people may
 * read it too, and what they have opened is read all the same. One node reads at a time.
 *
 * <p>Only mails that bring something for a calendar are looked into, and only that part of them.
 */
public final class MailboxReader {
  private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);
  private static final int AT_ONCE = 200;
  private static final int SILENCE_MILLIS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** In one turn with the numbers: how mails are built. */
  private static final FetchProfile WANTED = wanted();

  private final Database database;
  private final MailboxUrl mailbox;
  private final Taker taker;
  private final Clock clock;
  private final MailboxRepository repository = new MailboxRepository();
  private final CalendarMail calendars = new CalendarMail();

  /** Whoever acts on what came. */
  @FunctionalInterface
  public interface Taker {
    /** Acts on it in the transaction in which the mailbox is read on. */
    void take(Queries transaction, ReceivedMail mail);
  }

  public MailboxReader(Database database, MailboxUrl mailbox, Taker taker, Clock clock) {
    this.database = database;
    this.mailbox = mailbox;
    this.taker = taker;
    this.clock = clock;
  }

  /** Why a mailbox could not be read, as a sentence. */
  public static final class NotRead extends RuntimeException {
    NotRead(MailboxUrl mailbox, Exception fault) {
      super("The mailbox %s could not be read: %s".formatted(mailbox, fault.getMessage()), fault);
    }
  }

  /**
   * Reads what is new, so many mails at most. On a thread of its own: the library holds monitors
   * while it waits. Throws {@link NotRead}.
   */
  public void read() {
    AtomicReference<RuntimeException> failed = new AtomicReference<>();
    Thread reader =
        Thread.ofPlatform()
            .name("mailbox")
            .daemon()
            .start(
                () -> {
                  try {
                    readInTurn();
                  } catch (RuntimeException fault) {
                    failed.set(fault);
                  }
                });
    try {
      reader.join();
    } catch (InterruptedException e) {
      reader.interrupt();
      Thread.currentThread().interrupt();
    }
    if (failed.get() != null) {
      throw failed.get();
    }
  }

  private void readInTurn() {
    Instant now = clock.instant();
    Optional<Position> from =
        repository.take(database, mailbox.name(), now, now.plus(PATIENCE.multipliedBy(2)));
    if (from.isEmpty()) {
      return;
    }
    try (Deadline deadline = new Deadline(PATIENCE)) {
      read(from.get(), deadline);
    } catch (MessagingException fault) {
      throw new NotRead(mailbox, fault);
    } finally {
      repository.giveBack(database, mailbox.name(), clock.instant());
    }
  }

  private void read(Position from, Deadline deadline) throws MessagingException {
    try (Store store = connected();
        Folder folder = store.getFolder(mailbox.folder())) {
      folder.open(Folder.READ_ONLY);
      UIDFolder numbered = (UIDFolder) folder;
      long validity = numbered.getUIDValidity();
      Position at = validity == from.validity() ? from : new Position(validity, 0);
      Message[] all = numbered.getMessagesByUID(at.last() + 1, UIDFolder.LASTUID);
      Message[] some = Arrays.copyOf(all, Math.min(all.length, AT_ONCE));
      folder.fetch(some, WANTED);
      for (Message message : some) {
        long uid = numbered.getUID(message);
        // Of an empty range the server names its last mail, which was read before.
        if (uid > at.last() && !deadline.hasPassed()) {
          take(message, new Position(validity, uid));
        }
      }
    }
  }

  private void take(Message message, Position to) throws MessagingException {
    Optional<ReceivedMail> mail = looked(message);
    try {
      database.inTransaction(
          transaction -> {
            repository.moveOn(transaction, mailbox.name(), to);
            mail.ifPresent(one -> taker.take(transaction, one));
            return null;
          });
    } catch (Rejection.Unavailable | QueryFailed away) {
      throw away;
    } catch (RuntimeException fault) {
      LOG.error("Mail {} of the mailbox {} was passed over", to.last(), mailbox, fault);
      repository.moveOn(database, mailbox.name(), to);
    }
  }

  /** One that cannot be taken apart holds up no others; a lost connection is tried again. */
  private Optional<ReceivedMail> looked(Message message) throws MessagingException {
    try {
      return calendars.in(message);
    } catch (MessagingException | RuntimeException fault) {
      if (!message.getFolder().isOpen()) {
        throw fault;
      }
      LOG.warn("A mail of the mailbox {} cannot be read: {}", mailbox, fault.getMessage());
      return Optional.empty();
    }
  }

  private static FetchProfile wanted() {
    FetchProfile wanted = new FetchProfile();
    wanted.add(UIDFolder.FetchProfileItem.UID);
    wanted.add(FetchProfile.Item.CONTENT_INFO);
    return wanted;
  }

  private Store connected() throws MessagingException {
    MailUrl url = mailbox.server();
    Store store = Session.getInstance(properties(url)).getStore(url.tls() ? "imaps" : "imap");
    MailUrl.Login login = url.login().orElseThrow();
    store.connect(url.host(), url.port(), login.user(), login.password());
    return store;
  }

  private static Properties properties(MailUrl url) {
    String prefix = url.tls() ? "mail.imaps." : "mail.imap.";
    Properties all = new Properties();
    all.setProperty(prefix + "connectiontimeout", String.valueOf(SILENCE_MILLIS));
    all.setProperty(prefix + "timeout", String.valueOf(SILENCE_MILLIS));
    all.setProperty(prefix + "ssl.checkserveridentity", "true");
    all.setProperty(
        prefix + "starttls.enable", String.valueOf(url.startTls() != MailUrl.StartTls.DISABLED));
    all.setProperty(
        prefix + "starttls.required", String.valueOf(url.startTls() == MailUrl.StartTls.REQUIRED));
    // What is looked at is not marked as read.
    all.setProperty(prefix + "peek", "true");
    // Only a channel's socket ends what it does when its thread is interrupted.
    all.setProperty(prefix + "usesocketchannels", "true");
    return all;
  }
}
