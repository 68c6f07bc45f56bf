package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.meetings.PollRepository.StoredVote;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * The polls of a meeting on its page, each by its key: what they come to for everybody, what a
 * company said by name for itself and for the house. Of a secret vote nobody learns who cast it but
 * the company that did.
 */
final class PollPart implements MeetingPart {
  private final PollRepository repository = new PollRepository();
  private final CompanyNameRepository names = new CompanyNameRepository();

  @Override
  public void addTo(Queries queries, MeetingAudience audience, Map<Meeting, ObjectNode> pages) {
    Map<MeetingNumber, ObjectNode> polls =
        pages.entrySet().stream()
            .collect(
                Collectors.toMap(
                    one -> one.getKey().number(), one -> one.getValue().putObject("polls")));
    Map<Long, ObjectNode> byKey = new HashMap<>();
    Map<Long, Poll> known = new HashMap<>();
    for (Poll poll : repository.shown(queries, audience, polls.keySet())) {
      ObjectNode shown = shown(poll);
      polls.get(poll.meeting()).set(String.valueOf(poll.id()), shown);
      byKey.put(poll.id(), shown);
      known.put(poll.id(), poll);
    }
    if (byKey.isEmpty() || audience instanceof MeetingAudience.ForScreen) {
      return;
    }
    List<StoredVote> votes =
        repository.votes(queries, audience.company(), polls.keySet()).stream()
            .filter(vote -> byKey.containsKey(vote.poll()))
            .toList();
    if (audience.seesAll()) {
      addVotesByName(
          queries,
          byKey,
          votes.stream().filter(vote -> !known.get(vote.poll()).asked().secret()).toList());
    } else {
      votes.forEach(vote -> addOwn(byKey.get(vote.poll()), known.get(vote.poll()), vote));
    }
  }

  private static ObjectNode shown(Poll poll) {
    ObjectNode shown =
        Json.object()
            .put("question", poll.asked().question())
            .put("secret", poll.asked().secret())
            .put("state", poll.closedAt().isPresent() ? "closed" : "open")
            .put("voted", poll.voted())
            .put("openedAt", poll.openedAt().toString());
    ArrayNode choices = shown.putArray("choices");
    poll.asked().choices().forEach(choices::add);
    poll.item().ifPresent(item -> shown.put("item", String.valueOf(item)));
    poll.closedAt().ifPresent(at -> shown.put("closedAt", at.toString()));
    poll.result().ifPresent(result -> shown.set("result", result));
    return shown;
  }

  private static void addOwn(ObjectNode shown, Poll poll, StoredVote vote) {
    ObjectNode own = shown.putObject("own");
    if (!poll.asked().secret()) {
      say(own, vote);
    }
  }

  private static void say(ObjectNode said, StoredVote vote) {
    vote.cast()
        .choice()
        .ifPresentOrElse(choice -> said.put("choice", choice), () -> said.put("passed", true));
  }

  private void addVotesByName(
      Queries queries, Map<Long, ObjectNode> byKey, List<StoredVote> votes) {
    Map<Long, String> called =
        names.of(queries, votes.stream().map(StoredVote::company).collect(Collectors.toSet()));
    for (StoredVote vote : votes) {
      ObjectNode said =
          byKey.get(vote.poll()).withObject("/votes").putObject(called.get(vote.company().value()));
      say(said, vote);
    }
  }
}
