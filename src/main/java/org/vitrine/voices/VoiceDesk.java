package org.vitrine.voices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.RandomNumbers;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.VoiceAnchors.FoundAnchor;

/**
 * Where voices are written to: each act locks its voice, sees what happened until then, and adds to
 * it or throws a {@link Rejection}. Customers write behind the second wall.
 */
final class VoiceDesk {
  private final Database database;
  private final VoiceContexts contexts;
  private final VoiceWriter writer;
  private final VoiceLimits limits;
  private final VoicePhotos photos;
  private final Departments departments;
  private final Clock clock;
  private final VoiceRepository repository;

  VoiceDesk(
      Database database,
      VoiceContexts contexts,
      VoiceWriter writer,
      VoicePhotos photos,
      Departments departments,
      VoiceRepository repository,
      Clock clock) {
    this.database = database;
    this.contexts = contexts;
    this.writer = writer;
    this.photos = photos;
    this.departments = departments;
    this.repository = repository;
    this.clock = clock;
    this.limits = new VoiceLimits();
  }

  /** What is said. */
  record SaidWords(VoiceKind kind, String text, List<String> photos) {}

  /** Begins a voice, with the department of its stage. */
  VoiceNumber begin(Speaker by, FoundAnchor about, SaidWords words) {
    return begin(by, about, words, (transaction, number) -> {});
  }

  /**
   * The same with what belongs to it.
   *
   * @param also what else is written in the same transaction, behind the same wall
   */
  VoiceNumber begin(
      Speaker by, FoundAnchor about, SaidWords words, BiConsumer<Queries, VoiceNumber> also) {
    VoiceContext context = contexts.of(database, about.company().id());
    return write(
        by,
        transaction -> {
          VoiceNumber number = begin(transaction, by, about, words, context);
          also.accept(transaction, number);
          return number;
        });
  }

  /** The same in somebody's transaction, who writes for the house. */
  VoiceNumber begin(Queries transaction, Speaker by, FoundAnchor about, SaidWords words) {
    return begin(transaction, by, about, words, contexts.of(transaction, about.company().id()));
  }

  private VoiceNumber begin(
      Queries transaction, Speaker by, FoundAnchor about, SaidWords words, VoiceContext context) {
    Instant now = Json.asRead(clock.instant());
    Company company = about.company();
    DepartmentHours hours = departments.forStage(transaction, about.anchor().stage());
    limits.requireRoom(transaction, by, company.id(), about.anchor().order(), now);
    VoiceEvent.Said said =
        new VoiceEvent.Said(
            now,
            by.party(),
            words.text(),
            words.photos(),
            words.kind(),
            company.tier(),
            hours.department().code(),
            hours.calendar());
    long drawn =
        RandomNumbers.draw(
            free ->
                writer.begin(
                    transaction,
                    new Voice(
                        new VoiceNumber(free),
                        company.id(),
                        about.anchor(),
                        by.link(),
                        1,
                        List.of(said)),
                    context));
    VoiceNumber number = new VoiceNumber(drawn);
    photos.use(transaction, by, company.id(), words.photos(), number);
    return number;
  }

  /**
   * Somebody's turn with a voice, which is held until the events that they add are written.
   *
   * @param hours of the department that was asked for, held before the voice was
   */
  record VoiceTurn(
      Queries transaction, VoiceActs acts, VoiceContext context, Optional<DepartmentHours> hours) {
    Voice voice() {
      return acts.voice();
    }
  }

  /** What somebody does: which voice, and what they had before them. */
  record VoiceDeed(Speaker by, VoiceNumber number, Optional<Integer> seen) {}

  /**
   * Does something with a voice.
   *
   * @param acts the events that it adds
   */
  Voice act(VoiceDeed deed, Function<VoiceTurn, List<VoiceEvent>> acts) {
    return act(deed, transaction -> Optional.empty(), acts);
  }

  /** The same with photos, which the act uses. */
  Voice act(VoiceDeed deed, List<String> shown, Function<VoiceTurn, List<VoiceEvent>> acts) {
    return act(deed, turn -> using(deed, shown, turn, acts.apply(turn)));
  }

  private List<VoiceEvent> using(
      VoiceDeed deed, List<String> shown, VoiceTurn turn, List<VoiceEvent> events) {
    photos.use(turn.transaction(), deed.by(), turn.voice().company(), shown, deed.number());
    return events;
  }

  /** Gives it to this department. */
  Voice handOn(VoiceDeed deed, String department, Function<VoiceTurn, List<VoiceEvent>> acts) {
    return act(
        deed,
        transaction -> Optional.of(departments.require(transaction, "department", department)),
        acts);
  }

  /** Begins it anew in the department that has it; its hours are held before it is. */
  Voice reopen(VoiceDeed deed, List<String> shown, Function<VoiceTurn, List<VoiceEvent>> acts) {
    return act(
        deed,
        transaction -> ownHours(transaction, deed),
        turn -> using(deed, shown, turn, reopened(deed, turn, acts)));
  }

  /** The same in the transaction of whoever answers for them by a link from a mail. */
  Voice actFor(Queries transaction, VoiceDeed deed, Function<VoiceTurn, List<VoiceEvent>> acts) {
    return act(transaction, deed, Optional.empty(), Optional.empty(), acts);
  }

  Voice reopenFor(Queries transaction, VoiceDeed deed, Function<VoiceTurn, List<VoiceEvent>> acts) {
    return act(
        transaction,
        deed,
        Optional.empty(),
        ownHours(transaction, deed),
        turn -> reopened(deed, turn, acts));
  }

  private List<VoiceEvent> reopened(
      VoiceDeed deed, VoiceTurn turn, Function<VoiceTurn, List<VoiceEvent>> acts) {
    List<VoiceEvent> events = acts.apply(turn);
    limits.requireRoomToReopen(turn.transaction(), deed.by(), turn.voice().company());
    return events;
  }

  private Optional<DepartmentHours> ownHours(Queries transaction, VoiceDeed deed) {
    return find(transaction, deed)
        .map(voice -> departments.require(transaction, "department", voice.department()));
  }

  /**
   * @param hold what is held before the voice is, as by those who change it
   */
  private Voice act(
      VoiceDeed deed,
      Function<Queries, Optional<DepartmentHours>> hold,
      Function<VoiceTurn, List<VoiceEvent>> acts) {
    Optional<VoiceContext> known =
        deed.by().company().map(company -> contexts.of(database, company));
    return write(
        deed.by(), transaction -> act(transaction, deed, known, hold.apply(transaction), acts));
  }

  private Voice act(
      Queries transaction,
      VoiceDeed deed,
      Optional<VoiceContext> known,
      Optional<DepartmentHours> hours,
      Function<VoiceTurn, List<VoiceEvent>> acts) {
    Voice voice = lock(transaction, deed);
    Instant now = Json.asRead(clock.instant());
    limits.requireRoom(transaction, voice, deed.by(), now);
    VoiceContext context = known.orElseGet(() -> contexts.of(transaction, voice.company()));
    VoiceActs turn = new VoiceActs(voice, deed.by().party(), now);
    turn.requireSeen(deed.seen());
    return writer.append(
        transaction, voice, acts.apply(new VoiceTurn(transaction, turn, context, hours)), context);
  }

  /** The voice as they may see it, held until the transaction ends. */
  private Voice lock(Queries transaction, VoiceDeed deed) {
    Speaker by = deed.by();
    if (!repository.lock(transaction, deed.number(), by.company(), by.link())) {
      throw notHere();
    }
    return find(transaction, deed).orElseThrow(VoiceDesk::notHere);
  }

  private Optional<Voice> find(Queries queries, VoiceDeed deed) {
    Speaker by = deed.by();
    return repository.find(queries, List.of(deed.number()), by.company(), by.link()).stream()
        .findFirst();
  }

  /** What does not exist and what is somebody else's are told alike. */
  static Rejection notHere() {
    return new Rejection.NotFound("There is no such message");
  }

  private <T> T write(Speaker by, Function<Queries, T> work) {
    Optional<CompanyId> company = by.company();
    return company.isPresent()
        ? database.inTransactionOnBehalfOf(company.get().value(), work)
        : database.inTransaction(work);
  }
}
