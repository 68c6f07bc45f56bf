package org.vitrine.voices;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.vitrine.access.Caller;
import org.vitrine.access.Revocations;
import org.vitrine.calendars.Calendars;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Unsubscribing;
import org.vitrine.photos.Photos;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.VoiceAnchors.FoundAnchor;
import org.vitrine.voices.VoiceDesk.SaidWords;
import org.vitrine.voices.VoiceDesk.VoiceDeed;
import org.vitrine.voices.VoiceDesk.VoiceTurn;

/**
 * The door to what customers say about their orders, and to what the house answers. What somebody
 * does at the same moment as another is done one after the other; what does not fit any more is a
 * {@link Rejection.Conflict} that says what happened.
 */
public final class Voices {
  private final AnsweringRules rules;
  private final EditionShelf editions;
  private final Companies companies;
  private final VoiceSpeakers speakers;
  private final VoiceAnchors anchors;
  private final VoiceDesk desk;
  private final VoiceHandling handling;
  private final VoiceReader reader;
  private final VoiceCauses causes;
  private final MailQuestions questions;
  private final VoiceClockWork clockWork;
  private final List<Subscriber> subscribers;
  private final VoiceMoves moves;

  /** The rooms below that it asks. */
  public record RoomsBelow(
      Tracking tracking,
      OrderSnapshots snapshots,
      GlassLinks links,
      Companies companies,
      Calendars calendars,
      Photos photos,
      Mailer mailer,
      Unsubscribing unsubscribing) {}

  /** Who answers, by when, and what is asked afterwards. */
  public record AnsweringRules(
      Departments departments,
      CommitmentProfiles profiles,
      CareQuestions questions,
      QuestionChoices choices,
      Figures figures) {}

  /**
   * @param plantZone in which days of deliveries are meant
   */
  public Voices(
      Database database,
      Changes changes,
      RoomsBelow rooms,
      AnsweringRules rules,
      ZoneId plantZone,
      Clock clock) {
    VoiceRepository repository = new VoiceRepository();
    VoiceContexts contexts = new VoiceContexts(rules.departments(), rules.profiles());
    this.rules = rules;
    this.editions = new EditionShelf(rooms.calendars());
    VoiceWriter writer = new VoiceWriter(repository, editions, rules.figures(), changes);
    VoicePhotos photos = new VoicePhotos(rooms.photos());
    this.companies = rooms.companies();
    this.speakers = new VoiceSpeakers(rooms.links());
    this.anchors = new VoiceAnchors(rooms.tracking(), rooms.snapshots());
    this.desk =
        new VoiceDesk(database, contexts, writer, photos, rules.departments(), repository, clock);
    this.handling = new VoiceHandling(desk, speakers);
    this.reader =
        new VoiceReader(database, editions, rules.departments(), rules.profiles(), photos);
    this.causes = new VoiceCauses(database, contexts, writer, repository, changes, clock);
    this.questions = new MailQuestions(database, desk, this, anchors, companies, repository, clock);
    this.clockWork =
        new VoiceClockWork(
            database,
            contexts,
            writer,
            new QuestionMails(database, rules, rooms.mailer(), rooms.unsubscribing(), clock),
            companies,
            repository,
            clock);
    this.moves = new VoiceMoves(contexts, writer, repository, clock);
    rules.departments().followedBy(moves);
    rules.figures().alsoCounting(new OverdueReader(repository, contexts, editions));
    this.subscribers =
        List.of(
            moves,
            new LikenessReader(repository, changes),
            new DeliveryReader(rules.questions(), plantZone, clock));
  }

  AnsweringRules rules() {
    return rules;
  }

  /** What is not closed. */
  public OpenVoices open() {
    return new OpenVoices(rules.profiles());
  }

  /** The database may tell another history now. */
  public void forget() {
    editions.forget();
  }

  VoiceReader reader() {
    return reader;
  }

  public MailQuestions questions() {
    return questions;
  }

  /** What becomes of what somebody was at when they leave. */
  public Revocations.RevocationListener leaving() {
    return moves;
  }

  List<Subscriber> subscribers() {
    return subscribers;
  }

  public VoiceClockWork clockWork() {
    return clockWork;
  }

  VoiceSpeakers speakers() {
    return speakers;
  }

  /** What the house does with a voice while it has not answered. */
  public VoiceHandling handling() {
    return handling;
  }

  /** Says something about an order; the number is what it is called from then on. */
  public VoiceNumber say(Caller by, SayVoice wanted) {
    return say(by, wanted, (transaction, number) -> {});
  }

  /**
   * The same with what belongs to it.
   *
   * @param also what else is written in the same transaction, behind the wall of whoever speaks
   */
  public VoiceNumber say(Caller by, SayVoice wanted, BiConsumer<Queries, VoiceNumber> also) {
    Speaker speaker = speakers.of(by);
    return desk.begin(
        speaker,
        anchors.require(wanted.place(), speaker),
        new SaidWords(wanted.kind(), wanted.text(), wanted.photos()),
        also);
  }

  /**
   * Says something about a piece of one's own company.
   *
   * @param also what else is written in the same transaction, behind the company's wall
   */
  public VoiceNumber say(
      Caller.SignedIn by,
      CompanyId company,
      SaidOfPiece said,
      BiConsumer<Queries, VoiceNumber> also) {
    return desk.begin(
        Speaker.of(by, Optional.of(company)),
        anchors.about(said, companies.find(company).orElseThrow()),
        new SaidWords(said.kind(), said.text(), said.photos()),
        also);
  }

  /** Takes down what somebody of a company said, in the transaction of what it was said at. */
  public VoiceNumber note(Queries transaction, CompanyId company, SaidElsewhere said) {
    return desk.begin(
        transaction,
        Speaker.noted(said.by()),
        new FoundAnchor(VoiceAnchor.of(said.origin()), companies.require(transaction, company)),
        new SaidWords(said.kind(), said.text(), List.of()));
  }

  /** The same about an order of theirs. */
  public VoiceNumber note(
      Queries transaction, OrderSnapshot order, VoiceParty by, VoiceKind kind, String text) {
    return desk.begin(
        transaction,
        Speaker.noted(by),
        VoiceAnchors.about(order),
        new SaidWords(kind, VoiceText.required(text), List.of()));
  }

  /** For whom the holder of a link speaks; throws where it does not let them, or has ended. */
  public CompanyId companyOfHolder(long link) {
    return speakers.companyOfHolder(link);
  }

  /**
   * What somebody writes.
   *
   * @param seen how many of its events they had before them
   */
  public record VoiceWords(String text, List<String> photos, Optional<Integer> seen) {
    public static VoiceWords of(String text) {
      return new VoiceWords(text, List.of(), Optional.empty());
    }
  }

  private VoiceDeed deed(Caller by, VoiceNumber number, Optional<Integer> seen) {
    return new VoiceDeed(speakers.of(by), number, seen);
  }

  /** The house answers; a customer adds something, or replies to what they were asked. */
  public void answer(Caller by, VoiceNumber number, VoiceWords words, Optional<String> choice) {
    VoiceDeed deed = deed(by, number, words.seen());
    if (deed.by().answers()) {
      String text = VoiceText.required(words.text());
      desk.act(deed, words.photos(), turn -> turn.acts().answer(text, words.photos()));
      return;
    }
    Optional<String> text = VoiceText.optional(words.text());
    desk.act(deed, words.photos(), turn -> turn.acts().add(text, choice, words.photos()));
  }

  /** The house answers in the transaction in which it decided something about it. */
  public void answer(Queries transaction, Caller by, VoiceNumber number, String words) {
    String text = VoiceText.required(words);
    desk.actFor(
        transaction,
        deed(by, number, Optional.empty()),
        turn -> turn.acts().answer(text, List.of()));
  }

  /** It is solved, as either side says. */
  public void close(Caller by, VoiceNumber number, String text, Optional<Integer> seen) {
    Optional<String> said = VoiceText.optional(text);
    desk.act(deed(by, number, seen), turn -> turn.acts().close(said));
  }

  /**
   * It is solved by what another room heard, in the transaction in which it did.
   *
   * @param by in whose name, such as a station's
   */
  public void close(Queries transaction, VoiceParty by, VoiceNumber number, String text) {
    Optional<String> said = VoiceText.optional(text);
    desk.actFor(
        transaction,
        new VoiceDeed(Speaker.noted(by), number, Optional.empty()),
        turn -> turn.acts().close(said));
  }

  /**
   * It is not solved after all, as another room heard, in the transaction in which it did.
   *
   * @param by in whose name
   */
  public void reopen(Queries transaction, VoiceParty by, VoiceNumber number, String text) {
    String said = VoiceText.required(text);
    desk.reopenFor(
        transaction,
        new VoiceDeed(Speaker.noted(by), number, Optional.empty()),
        turn -> reopening(turn, said, List.of()));
  }

  /** It is not solved. */
  public void reopen(Caller by, VoiceNumber number, VoiceWords words) {
    String text = VoiceText.required(words.text());
    desk.reopen(
        deed(by, number, words.seen()),
        words.photos(),
        turn -> reopening(turn, text, words.photos()));
  }

  /** It begins anew by the tier of its company and the hours of its department as they are now. */
  List<VoiceEvent> reopening(VoiceTurn turn, String text, List<String> photos) {
    return turn.acts()
        .reopen(
            text,
            photos,
            companies.require(turn.transaction(), turn.voice().company()).tier(),
            turn.hours().orElseThrow().calendar());
  }

  public void thank(Caller by, VoiceNumber number, String text) {
    Optional<String> said = VoiceText.optional(text);
    VoiceDeed deed = deed(by, number, Optional.empty());
    if (deed.by().seesAll()) {
      throw new Rejection.Forbidden("A word of thanks is for customers to say");
    }
    desk.act(deed, turn -> turn.acts().thank(said));
  }

  public VoiceCauses causes() {
    return causes;
  }
}
