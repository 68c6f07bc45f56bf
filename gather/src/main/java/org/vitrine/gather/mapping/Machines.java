package org.vitrine.gather.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vitrine.gather.journal.Entry;
import org.vitrine.gather.journal.Memory;
import org.vitrine.gather.journal.Message;
import org.vitrine.gather.plan.Rule;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Happening;
import org.vitrine.gather.sources.Observed;

/**
 * Which machine was heard when, and what is told of that: silent after three times its rhythm,
 * alive again, restarted, a gap. Used by one thread, but for {@link #standing}.
 */
public final class Machines {
  private static final Duration LIVE_EVERY = Signals.AT_LEAST_EVERY;
  private static final int SILENT_AFTER = 3;

  private final Memory memory;
  private final Notes notes;
  private final Instant startedAt;
  private final Map<String, Watched> watched = new LinkedHashMap<>();
  private volatile List<Standing> standing = List.of();

  /** How a machine stands, for whoever asks. */
  public record Standing(String machine, String state, Instant lastAt, Duration rhythm) {}

  private static final class Watched {
    private final String name;
    private final String source;
    private final Rhythm rhythm;
    private Instant lastAt;
    private Instant heardAt;
    private Instant toldLiveAt;
    private Instant silentSince;
    private Instant interruptedAt;

    private Watched(String name, String source, Rhythm rhythm) {
      this.name = name;
      this.source = source;
      this.rhythm = rhythm;
    }

    private Signals.Machine asTold() {
      return new Signals.Machine(name, lastAt, rhythm.known());
    }
  }

  public Machines(List<SourcePlan> sources, Memory memory, Notes notes, Instant startedAt) {
    this.memory = memory;
    this.notes = notes;
    this.startedAt = startedAt;
    for (SourcePlan source : sources) {
      source
          .machines()
          .forEach(name -> watched.computeIfAbsent(name, unknown -> remembered(name, source)));
    }
    publish();
  }

  private Watched remembered(String name, SourcePlan source) {
    String rhythm = memory.of(name + "|rhythm");
    Duration learned = rhythm == null ? null : Duration.parse(rhythm);
    Watched machine = new Watched(name, source.name(), new Rhythm(source.rhythm(), learned));
    String last = memory.of(name + "|last");
    machine.lastAt = last == null ? null : Instant.parse(last);
    machine.silentSince = memory.of(name + "|silent") == null ? null : startedAt;
    return machine;
  }

  /** What only stands as it was (kept by a broker, read anew) is as old as it says. */
  void heard(String name, Observed value) {
    Watched machine = watched.get(name);
    boolean old = value.standing() && value.at().isBefore(value.arrivedAt());
    Instant when = old ? value.at() : value.arrivedAt();
    if (!value.standing()) {
      machine.rhythm.heard(when);
    }
    if (machine.heardAt == null || when.isAfter(machine.heardAt)) {
      machine.heardAt = when;
    }
    if (machine.lastAt == null || value.at().isAfter(machine.lastAt)) {
      machine.lastAt = value.at();
    }
  }

  void rememberLast(SourcePlan source, Draft draft) {
    for (Watched machine : watched.values()) {
      if (machine.source.equals(source.name()) && machine.lastAt != null) {
        draft.remember(machine.name + "|last", machine.lastAt.toString());
        if (machine.rhythm.known() != null) {
          draft.remember(machine.name + "|rhythm", machine.rhythm.known().toString());
        }
      }
    }
  }

  void tell(String name, Happening happening, Draft draft, Instant now) {
    Watched machine = watched.get(name);
    String state =
        switch (happening.kind()) {
          case RESTARTED -> "restarted";
          case GAP -> "gap";
          case GONE -> "silent";
        };
    if (happening.kind() == Happening.Kind.GONE) {
      machine.silentSince = now;
      draft.remember(name + "|silent", "silent");
    }
    Instant from = happening.from() == null ? machine.lastAt : happening.from();
    say(machine, draft, state, happening.sentence(), now, from, happening.until());
  }

  /** A count of which not all is known. */
  void doubt(Rule rule, String sentence, Observed value, Draft draft) {
    Watched machine = watched.get(rule.machine());
    say(machine, draft, "gap", sentence, value.arrivedAt(), null, value.at());
  }

  private void say(
      Watched machine,
      Draft draft,
      String state,
      String sentence,
      Instant now,
      Instant from,
      Instant until) {
    notes.told(machine.source, machine.name, sentence);
    machine.interruptedAt = now;
    if (machine.lastAt != null) {
      ObjectNode signal = Signals.signal(machine.asTold(), now, state, sentence);
      draft.say(Message.Kind.SIGNAL, Signals.between(signal, from, until));
    }
  }

  /**
   * What is to be told because time has passed.
   *
   * @param trouble why the source is not connected; null where it is
   */
  public Entry passed(Instant now, Function<String, String> trouble) {
    Draft draft = new Draft(memory);
    for (Watched machine : watched.values()) {
      if (isHeardAgain(machine)) {
        tellLive(machine, draft, now);
      } else if (isSilent(machine, now)) {
        tellSilent(machine, draft, now, trouble.apply(machine.source));
      }
    }
    publish();
    return draft.finished();
  }

  private static boolean isHeardAgain(Watched machine) {
    if (machine.heardAt == null) {
      return false;
    }
    if (machine.silentSince != null) {
      return machine.heardAt.isAfter(machine.silentSince);
    }
    return machine.interruptedAt != null
        ? machine.heardAt.isAfter(machine.interruptedAt)
        : machine.toldLiveAt == null
            || !machine.heardAt.isBefore(machine.toldLiveAt.plus(LIVE_EVERY));
  }

  private void tellLive(Watched machine, Draft draft, Instant now) {
    if (machine.silentSince != null) {
      notes.told(machine.source, machine.name, "Heard again");
    }
    machine.silentSince = null;
    machine.interruptedAt = null;
    machine.toldLiveAt = machine.heardAt;
    draft.forget(machine.name + "|silent");
    draft.say(Message.Kind.SIGNAL, Signals.signal(machine.asTold(), now, "live", null));
  }

  private boolean isSilent(Watched machine, Instant now) {
    Duration rhythm = machine.rhythm.known();
    if (machine.silentSince != null || rhythm == null) {
      return false;
    }
    Instant since = machine.heardAt == null ? startedAt : machine.heardAt;
    return since.plus(rhythm.multipliedBy(SILENT_AFTER)).isBefore(now);
  }

  private void tellSilent(Watched machine, Draft draft, Instant now, String trouble) {
    machine.silentSince = now;
    draft.remember(machine.name + "|silent", "silent");
    String sentence =
        trouble == null
            ? "Silent for more than three times its rhythm"
            : "Not heard, since %s is not connected: %s".formatted(machine.source, trouble);
    say(machine, draft, "silent", sentence, now, machine.lastAt, null);
  }

  private void publish() {
    List<Standing> now = new ArrayList<>();
    for (Watched machine : watched.values()) {
      String state =
          machine.silentSince != null ? "silent" : machine.heardAt == null ? "unheard" : "live";
      now.add(new Standing(machine.name, state, machine.lastAt, machine.rhythm.known()));
    }
    standing = List.copyOf(now);
  }

  /** May be asked by any thread. */
  public List<Standing> standing() {
    return standing;
  }
}
