package org.vitrine.voices;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.vitrine.access.Caller;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.Voice.VoiceState;

/**
 * The door to what several voices have in common, whosever they are: one answer goes to all, and no
 * customer sees that there are others. Voices are locked by their numbers, in their order.
 */
public final class VoiceCauses {
  private static final int MOST = 200;

  private final Database database;
  private final VoiceContexts contexts;
  private final VoiceWriter writer;
  private final Clock clock;
  private final VoiceRepository voices;
  private final Changes changes;
  private final VoiceCauseRepository repository = new VoiceCauseRepository();

  VoiceCauses(
      Database database,
      VoiceContexts contexts,
      VoiceWriter writer,
      VoiceRepository voices,
      Changes changes,
      Clock clock) {
    this.database = database;
    this.contexts = contexts;
    this.writer = writer;
    this.voices = voices;
    this.changes = changes;
    this.clock = clock;
  }

  /** Makes a cause of these voices; those that are under another leave that. Returns its id. */
  public long make(Caller by, String title, Collection<VoiceNumber> members) {
    String said = VoiceText.title(title);
    if (members.isEmpty()) {
      throw new Rejection.Invalid("voices", "Name at least one message");
    }
    return database.inTransaction(
        transaction -> {
          long cause = repository.make(transaction, said, clock.instant(), by.actor());
          members.stream().distinct().forEach(one -> requireThere(transaction, one));
          join(transaction, by, cause, members.stream().distinct().toList());
          return cause;
        });
  }

  private void requireThere(Queries queries, VoiceNumber number) {
    if (voices.find(queries, List.of(number), Optional.empty(), Optional.empty()).isEmpty()) {
      throw new Rejection.Invalid("voices", "There is no message %s".formatted(number));
    }
  }

  /** Puts one more under it. */
  public void join(Caller by, long cause, VoiceNumber number) {
    database.inTransaction(
        transaction -> {
          lock(transaction, cause);
          requireThere(transaction, number);
          join(transaction, by, cause, List.of(number));
          return null;
        });
  }

  private void join(Queries transaction, Caller by, long cause, List<VoiceNumber> members) {
    if (repository.numbers(transaction, cause).size() + members.size() > MOST) {
      throw new Rejection.Conflict("A cause can have at most %d messages".formatted(MOST));
    }
    Set<Long> shown = new TreeSet<>(repository.causes(transaction, members));
    shown.add(cause);
    each(transaction, by, members, acts -> acts.join(cause))
        .forEach(voice -> repository.join(transaction, voice, cause));
    tell(transaction, shown);
  }

  /** The pages of all that are under these causes name each other. */
  private void tell(Queries transaction, Collection<Long> shown) {
    changes.record(transaction, repository.pageChanges(transaction, shown));
  }

  /** Takes one out again; it goes on by itself, as it is. */
  public void leave(Caller by, long cause, VoiceNumber number) {
    database.inTransaction(
        transaction -> {
          lock(transaction, cause);
          if (!repository.numbers(transaction, cause).contains(number)) {
            throw VoiceDesk.notHere();
          }
          each(transaction, by, List.of(number), acts -> acts.leave(cause))
              .forEach(voice -> repository.leave(transaction, voice));
          tell(transaction, List.of(cause));
          return null;
        });
  }

  /** One answer to all of them that are not closed; returns whose. */
  public List<VoiceNumber> answer(Caller by, long cause, String text) {
    String said = VoiceText.required(text);
    return database.inTransaction(
        transaction -> {
          lock(transaction, cause);
          List<VoiceNumber> answered = new ArrayList<>();
          for (VoiceNumber number : repository.numbers(transaction, cause)) {
            each(
                    transaction,
                    by,
                    List.of(number),
                    acts ->
                        acts.voice().state() == VoiceState.CLOSED
                            ? List.of()
                            : acts.answer(said, List.of()))
                .stream()
                .filter(voice -> voice.state() != VoiceState.CLOSED)
                .map(Voice::number)
                .forEach(answered::add);
          }
          if (answered.isEmpty()) {
            throw new Rejection.Conflict("All messages under this cause are closed");
          }
          return answered;
        });
  }

  private void lock(Queries transaction, long cause) {
    repository
        .lock(transaction, cause)
        .orElseThrow(() -> new Rejection.NotFound("There is no such cause"));
  }

  private List<Voice> each(
      Queries transaction,
      Caller by,
      List<VoiceNumber> numbers,
      Function<VoiceActs, List<VoiceEvent>> deed) {
    Instant now = Json.asRead(clock.instant());
    List<Voice> done = new ArrayList<>();
    for (VoiceNumber number :
        numbers.stream().sorted(Comparator.comparing(VoiceNumber::value)).toList()) {
      Voice voice = voices.locked(transaction, number);
      VoiceContext context = contexts.of(transaction, voice.company());
      VoiceActs acts = new VoiceActs(voice, VoiceParty.of(by), now);
      done.add(writer.append(transaction, voice, deed.apply(acts), context));
    }
    return done;
  }
}
