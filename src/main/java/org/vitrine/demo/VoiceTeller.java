package org.vitrine.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.Rooms;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.demo.VoiceScript.ScriptedCause;
import org.vitrine.demo.VoiceScript.ScriptedDeed;
import org.vitrine.demo.VoiceScript.ScriptedVoice;
import org.vitrine.orders.Line;
import org.vitrine.photos.PhotoOwner;
import org.vitrine.platform.Rejection;
import org.vitrine.voices.SayVoice;
import org.vitrine.voices.VoiceKind;
import org.vitrine.voices.VoiceNumber;
import org.vitrine.voices.Voices.VoiceWords;

/**
 * Sets up the departments of the demo plant and tells what was said before it opened, each thing at
 * its own time, through the doors that people use. It does so once: where there are departments it
 * was done.
 */
final class VoiceTeller {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceTeller.class);
  private static final String ACTOR = "Demo plant";
  private static final Actor DEMO = Actor.system(ACTOR);

  private final Rooms rooms;
  private final PlantClock clock;
  private final Plant plant;
  private final Map<String, Caller.SignedIn> people;
  private final VoiceScript script = VoiceScript.read();
  private final Map<String, VoiceNumber> told = new HashMap<>();

  /**
   * @param people who is who, by e-mail address
   */
  VoiceTeller(Rooms rooms, PlantClock clock, Plant plant, Map<String, Caller.SignedIn> people) {
    this.rooms = rooms;
    this.clock = clock;
    this.plant = plant;
    this.people = people;
  }

  void tellOnce() {
    if (!rooms.departments().all().isEmpty()) {
      return;
    }
    setUp();
    Instant now = clock.real();
    try {
      script.voices().forEach(voice -> tell(voice, now));
      script.causes().forEach(this::tell);
    } finally {
      clock.showReal();
    }
  }

  private void setUp() {
    script.calendars().forEach(one -> rooms.calendars().save(one, ACTOR));
    script.departments().forEach(one -> rooms.departments().save(one.code(), one.wanted(), DEMO));
    rooms.careQuestions().save(script.questions(), DEMO);
    rooms.voiceSettings().choose(Optional.of(script.chosen()), DEMO);
  }

  private void tell(ScriptedVoice voice, Instant now) {
    Caller.SignedIn by = people.get(voice.by());
    Optional<Story> story = order(voice, by, now);
    if (story.isEmpty()) {
      return; // With another seed a company may have nothing in flight.
    }
    try {
      clock.showPast(voice.at(now));
      VoiceNumber number = say(voice, by, story.get());
      told.put(voice.key(), number);
      voice.then().forEach(deed -> act(number, deed, now));
    } catch (Rejection refused) {
      LOG.warn("The demo plant’s message {} was refused: {}", voice.key(), refused.getMessage());
    }
  }

  private VoiceNumber say(ScriptedVoice voice, Caller.SignedIn by, Story story) {
    return voice.kind() == VoiceKind.CARE
        ? rooms
            .voices()
            .questions()
            .told(by, story.number(), story.lines().getFirst().number(), voice.text())
        : rooms.voices().say(by, said(voice, by, story));
  }

  private SayVoice said(ScriptedVoice voice, Caller by, Story story) {
    String requirement = demands(story, voice) ? voice.requirement() : null;
    return new SayVoice(
        story.number(),
        voice.stage() == null ? null : story.lines().getFirst().number(),
        voice.stage(),
        requirement,
        voice.kind(),
        voice.text(),
        pictures(by, voice.photos()));
  }

  /**
   * One of the company's orders in flight, of those with the requirement, if there are any; for
   * after-care one that is done.
   */
  private Optional<Story> order(ScriptedVoice voice, Caller.SignedIn by, Instant now) {
    String company = by.company().flatMap(rooms.companies()::find).orElseThrow().code();
    if (voice.kind() == VoiceKind.CARE) {
      return plant.done(company, voice.at(now)).stream().findFirst();
    }
    List<Story> flying = plant.inFlight(company, voice.at(now), now);
    List<Story> fitting = flying.stream().filter(story -> demands(story, voice)).toList();
    List<Story> from = fitting.isEmpty() ? flying : fitting;
    return from.isEmpty() ? Optional.empty() : Optional.of(from.get(voice.order() % from.size()));
  }

  private static boolean demands(Story story, ScriptedVoice voice) {
    Line first = story.lines().getFirst();
    return voice.requirement() != null
        && first.requirements().stream().anyMatch(one -> one.code().equals(voice.requirement()));
  }

  private List<String> pictures(Caller by, List<String> names) {
    return names.stream()
        .map(name -> rooms.photos().add(owner(by), name + ".jpg", () -> DemoPictures.named(name)))
        .map(photo -> photo.id().text())
        .toList();
  }

  private static PhotoOwner owner(Caller by) {
    return PhotoOwner.of(
        by,
        link -> {
          throw new IllegalStateException("Nobody here speaks through a glass link");
        });
  }

  private void act(VoiceNumber number, ScriptedDeed deed, Instant now) {
    clock.showPast(deed.at(now));
    Caller.SignedIn by = people.get(deed.by());
    VoiceWords words = new VoiceWords(deed.text(), pictures(by, deed.photos()), Optional.empty());
    switch (deed.does()) {
      case SEE -> rooms.voices().handling().see(by, number);
      case ANSWER -> rooms.voices().answer(by, number, words, Optional.empty());
      case ASK -> rooms.voices().handling().ask(by, number, words, deed.choices());
      case NOTE -> rooms.voices().handling().note(by, number, deed.text());
      case HAND_ON ->
          rooms
              .voices()
              .handling()
              .handOn(by, number, deed.department(), deed.text(), Optional.empty());
      case ASSIGN ->
          rooms
              .voices()
              .handling()
              .assign(by, number, Optional.of(people.get(deed.to()).id()), Optional.empty());
      case CLOSE -> rooms.voices().close(by, number, deed.text(), Optional.empty());
      case REOPEN -> rooms.voices().reopen(by, number, words);
      case THANK -> rooms.voices().thank(by, number, deed.text());
    }
  }

  private void tell(ScriptedCause cause) {
    List<VoiceNumber> members =
        cause.voices().stream().filter(told::containsKey).map(told::get).toList();
    if (members.size() > 1) {
      rooms.voices().causes().make(people.get(cause.by()), cause.title(), members);
    }
  }
}
