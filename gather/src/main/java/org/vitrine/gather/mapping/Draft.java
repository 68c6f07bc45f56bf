package org.vitrine.gather.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.gather.journal.Entry;
import org.vitrine.gather.journal.Memory;
import org.vitrine.gather.journal.Message;

/** An entry while it is made; what it remembers counts at once. */
final class Draft {
  private final Memory memory;
  private final List<Message> messages = new ArrayList<>();
  private final Map<String, String> state = new LinkedHashMap<>();
  private final List<Entry.Seen> seen = new ArrayList<>();

  Draft(Memory memory) {
    this.memory = memory;
  }

  String remembered(String key) {
    return memory.of(key);
  }

  void remember(String key, String value) {
    if (!value.equals(memory.of(key))) {
      state.put(key, value);
      memory.apply(Entry.remembering(Map.of(key, value)));
    }
  }

  void forget(String key) {
    if (memory.of(key) != null) {
      remember(key, "");
    }
  }

  boolean wasSeen(String tag, String key) {
    return memory.wasSeen(tag, key);
  }

  void see(String tag, String key) {
    Entry.Seen one = new Entry.Seen(tag, key);
    seen.add(one);
    memory.apply(new Entry(List.of(), Map.of(), List.of(one)));
  }

  void say(Message.Kind kind, ObjectNode body) {
    messages.add(new Message(kind, body));
  }

  /** How much it says and remembers by now. */
  int size() {
    return messages.size() + state.size();
  }

  Entry finished() {
    return new Entry(List.copyOf(messages), Map.copyOf(state), List.copyOf(seen));
  }
}
