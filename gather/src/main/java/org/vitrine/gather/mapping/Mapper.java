package org.vitrine.gather.mapping;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.gather.journal.Entry;
import org.vitrine.gather.journal.Memory;
import org.vitrine.gather.plan.Rule;
import org.vitrine.gather.plan.Sense;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Happening;
import org.vitrine.gather.sources.Observed;

/** Turns what one source gives into what is kept. Used by one thread. */
public final class Mapper {
  private final SourcePlan source;
  private final Memory memory;
  private final Machines machines;
  private final Notes notes;
  private final Set<String> contextTags;
  private final Map<String, String> position = new LinkedHashMap<>();

  public Mapper(SourcePlan source, Memory memory, Machines machines, Notes notes) {
    this.source = source;
    this.memory = memory;
    this.machines = machines;
    this.notes = notes;
    this.contextTags = source.contextTags();
  }

  public Entry map(Batch batch, Instant now) {
    Draft draft = new Draft(memory);
    batch.happenings().forEach(happening -> tell(happening, draft, now));
    batch.values().stream().sorted(inOrder()).forEach(value -> use(value, draft));
    batch.position().forEach((key, value) -> position.put(key, value));
    if (draft.size() > 0) {
      rememberPosition(draft);
    }
    return draft.finished();
  }

  /** What has moved on although nothing came of it. */
  public Entry moved() {
    Draft draft = new Draft(memory);
    rememberPosition(draft);
    return draft.finished();
  }

  /** What was remembered may be older than what was delivered: all is read as it stands. */
  public Entry anew(Happening lost, Instant now) {
    Draft draft = new Draft(memory);
    tell(lost, draft, now);
    memory.keysOf(positionKey(source, "")).forEach(draft::forget);
    return draft.finished();
  }

  private void rememberPosition(Draft draft) {
    position.forEach((key, value) -> draft.remember(positionKey(source, key), value));
    position.clear();
    machines.rememberLast(source, draft);
  }

  public static String positionKey(SourcePlan source, String key) {
    return source.name() + "|position|" + key;
  }

  /** By time; where that is the same, first what the others are about. */
  private Comparator<Observed> inOrder() {
    return Comparator.comparing(Observed::at)
        .thenComparing(value -> contextTags.contains(value.tag()) ? 0 : 1);
  }

  private void tell(Happening happening, Draft draft, Instant now) {
    List<Rule> rules =
        source.rules().stream().filter(rule -> happening.concerns().test(rule.tag())).toList();
    rules.stream()
        .map(Rule::machine)
        .distinct()
        .forEach(machine -> machines.tell(machine, happening, draft, now));
    source.tags().stream().filter(happening.concerns()).forEach(tag -> forget(tag, draft));
  }

  /** Nothing is known of the tag: how far it counted meanwhile, or what others are about. */
  private void forget(String tag, Draft draft) {
    draft.forget(Meaning.textKey(source, tag));
    source.rulesOf(tag).stream()
        .filter(rule -> rule.sense() instanceof Sense.Count)
        .forEach(rule -> draft.remember(Meaning.gapKey(source, rule), "gap"));
  }

  private void use(Observed value, Draft draft) {
    boolean seen = draft.wasSeen(seenTag(value), value.key());
    if (value.isKnown()) {
      List<Rule> rules = source.rulesOf(value.tag());
      rules.stream().map(Rule::machine).distinct().forEach(m -> machines.heard(m, value));
      if (seen) {
        standAsBefore(rules, value, draft);
      } else {
        read(rules, value, draft);
      }
    } else if (!seen) {
      forget(value.tag(), draft);
      draft.see(seenTag(value), value.key());
    }
  }

  private void read(List<Rule> rules, Observed value, Draft draft) {
    int before = draft.size();
    rememberText(value, draft);
    for (Rule rule : rules) {
      new Meaning(source, rule, value, draft, notes, machines).read();
    }
    if (draft.size() > before) {
      draft.see(seenTag(value), value.key());
      draft.remember(lastKey(value.tag()), value.key());
    }
  }

  private void rememberText(Observed value, Draft draft) {
    if (contextTags.contains(value.tag())) {
      draft.remember(
          Meaning.textKey(source, value.tag()), value.text().isBlank() ? " " : value.text());
    }
  }

  /** What stands as it was last seen, to the moment, has not moved in the gap. */
  private void standAsBefore(List<Rule> rules, Observed value, Draft draft) {
    String last = draft.remembered(lastKey(value.tag()));
    if (value.standing() && value.key().equals(last)) {
      rememberText(value, draft);
      rules.forEach(rule -> draft.forget(Meaning.gapKey(source, rule)));
    }
  }

  private String seenTag(Observed value) {
    return source.name() + "|" + value.tag();
  }

  private String lastKey(String tag) {
    return source.name() + "|seen|" + tag;
  }
}
