package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyChange;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.VoiceTopic.AllVoices;
import org.vitrine.voices.VoiceTopic.Inbox;
import org.vitrine.voices.VoiceTopic.OneVoice;
import org.vitrine.voices.VoiceTopic.OrderVoices;
import org.vitrine.voices.VoiceTopic.WaitingVoices;

/**
 * Voices as they are watched: the pages of each audience are read in one batch, behind its wall.
 */
final class VoiceTopics implements TopicSource<VoiceTopic> {
  static final String ALL = "voices";
  static final String INBOX = "inbox";
  static final String ONE = "voices/";
  static final String WAITING = "voices/waiting";
  private static final String OF_ORDER = "voices/order/";

  private final Voices voices;
  private final Tracking tracking;
  private final VoiceReader reader;
  private final VoiceReader reading;
  private final VoiceLists lists;

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  VoiceTopics(Voices voices, Tracking tracking, VoiceReader reader, Database pages) {
    this.voices = voices;
    this.tracking = tracking;
    this.reader = reader;
    this.reading = reader.over(pages);
    this.lists = new VoiceLists(reading);
  }

  @Override
  public boolean owns(String name) {
    return name.equals(ALL) || name.equals(INBOX) || name.startsWith(ONE);
  }

  @Override
  public VoiceTopic resolve(String name, Caller caller) {
    if (name.startsWith(OF_ORDER)) {
      return ofOrder(name, voices.speakers().looking(caller), caller);
    }
    Speaker by = voices.speakers().of(caller);
    if (name.equals(WAITING) && by.company().isPresent() && by.link().isEmpty()) {
      return new WaitingVoices(by.audience());
    }
    if (name.startsWith(ONE)) {
      return one(name, by);
    }
    if (by.link().isPresent() || name.equals(INBOX) && !by.seesAll()) {
      throw TopicSource.nothing(name);
    }
    return name.equals(INBOX)
        ? new Inbox(by.person().filter(person -> by.answers()))
        : new AllVoices(by.audience());
  }

  private VoiceTopic ofOrder(String name, Speaker by, Caller caller) {
    OrderId order;
    try {
      order = tracking.require(new OrderNumber(name.substring(OF_ORDER.length())), by.company());
    } catch (Rejection.Invalid noNumber) {
      throw TopicSource.nothing(name);
    }
    if (by.opens().filter(link -> !link.order().equals(order)).isPresent()) {
      throw TopicSource.nothing(name);
    }
    return new OrderVoices(order, name, by.audience(), caller.may(Permission.SPEAK));
  }

  private VoiceTopic one(String name, Speaker by) {
    VoiceNumber number =
        number(name.substring(ONE.length())).orElseThrow(() -> TopicSource.nothing(name));
    VoiceAudience audience = by.audience();
    boolean there =
        reader.as(audience, queries -> !reader.find(queries, audience, List.of(number)).isEmpty());
    if (!there) {
      throw TopicSource.nothing(name);
    }
    return new OneVoice(number, audience);
  }

  /** Nothing where the text is no number as we write them. */
  static Optional<VoiceNumber> number(String text) {
    return text.matches("[1-9][0-9]{0,15}")
        ? Optional.of(new VoiceNumber(Long.parseLong(text)))
        : Optional.empty();
  }

  @Override
  public Collection<VoiceTopic> touched(
      Collection<Change> changes, Collection<VoiceTopic> watched) {
    Set<VoiceTopic> touched = new HashSet<>();
    for (Change change : changes) {
      watched.stream().filter(topic -> touches(change, topic)).forEach(touched::add);
    }
    return touched;
  }

  private static boolean touches(Change change, VoiceTopic topic) {
    if (change.kind().equals(CompanyChange.KIND)) {
      return topic.audience().isStaff();
    }
    if (change.kind().equals(GlassLinks.CHANGED)) {
      return topic.audience().link().map(String::valueOf).filter(change.key()::equals).isPresent();
    }
    if (!change.kind().equals(VoiceChange.KIND)
        || topic.company().isPresent() && !topic.company().equals(change.company())) {
      return false;
    }
    return switch (topic) {
      case OneVoice one -> one.number().toString().equals(change.key());
      case OrderVoices of -> VoiceChange.orderOf(change).equals(Optional.of(of.order()));
      case AllVoices all -> true;
      case WaitingVoices waiting -> true;
      case Inbox inbox -> true;
    };
  }

  @Override
  public Map<VoiceTopic, TopicPage> read(Collection<VoiceTopic> topics) {
    Map<VoiceTopic, TopicPage> pages = new HashMap<>();
    topics.stream()
        .collect(Collectors.groupingBy(VoiceTopic::audience))
        .forEach(
            (audience, some) -> {
              reading.as(
                  audience,
                  queries -> {
                    read(queries, audience, some, pages);
                    return null;
                  });
              if (!voices.speakers().maySpeak(audience)) {
                some.forEach(
                    topic -> pages.computeIfPresent(topic, (one, page) -> silent(one, page)));
              }
            });
    return pages;
  }

  /**
   * Where a link does not let its holder speak: what they have open stays, and they can do nothing.
   */
  private static TopicPage silent(VoiceTopic topic, TopicPage page) {
    if (topic instanceof OrderVoices) {
      return new TopicPage(VoiceLists.silent(), 0);
    }
    page.page().putArray("can");
    return page;
  }

  private void read(
      Queries queries,
      VoiceAudience audience,
      List<VoiceTopic> topics,
      Map<VoiceTopic, TopicPage> pages) {
    Map<VoiceNumber, ObjectNode> one =
        reading.pages(
            queries,
            audience,
            topics.stream()
                .filter(OneVoice.class::isInstance)
                .map(topic -> ((OneVoice) topic).number())
                .toList());
    Map<Optional<Long>, ObjectNode> inboxes =
        inboxes(
            queries,
            topics.stream()
                .filter(Inbox.class::isInstance)
                .map(topic -> ((Inbox) topic).person())
                .toList());
    for (VoiceTopic topic : topics) {
      ObjectNode page =
          switch (topic) {
            case OneVoice voice -> one.get(voice.number());
            case AllVoices all -> lists.all(queries, audience);
            case WaitingVoices waiting -> lists.waiting(queries, audience);
            case OrderVoices of -> lists.ofOrder(queries, audience, of.order(), of.maySpeak());
            case Inbox inbox -> inboxes.get(inbox.person());
          };
      if (page != null) {
        pages.put(topic, new TopicPage(page, 0));
      }
    }
  }

  private Map<Optional<Long>, ObjectNode> inboxes(Queries queries, List<Optional<Long>> people) {
    return people.isEmpty() ? Map.of() : lists.inboxes(queries, people);
  }
}
