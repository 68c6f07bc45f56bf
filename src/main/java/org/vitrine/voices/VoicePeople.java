package org.vitrine.voices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.people.Colleagues;

/**
 * Who here has to do with the voices of a company: read before a voice is written to, since
 * customers see none of it.
 *
 * @param managers who look after the company
 * @param administrators who have what nobody else has
 * @param chosen the last to whom what is overdue climbs
 * @param departments all of them, by their code
 * @param active everybody of the house who may still sign in
 * @param contacts of the company, for what staff took down for them
 */
record VoicePeople(
    List<StaffName> managers,
    List<StaffName> administrators,
    Optional<StaffName> chosen,
    Map<String, Department> departments,
    Set<Long> active,
    List<Long> contacts) {

  /** Where nobody is told of anything. */
  static final VoicePeople NOBODY =
      new VoicePeople(List.of(), List.of(), Optional.empty(), Map.of(), Set.of(), List.of());

  /** Somebody of the house. */
  record StaffName(long id, String name) {
    static List<StaffName> of(List<Colleagues.HouseMember> people) {
      return people.stream().map(one -> new StaffName(one.id(), one.name())).toList();
    }

    VoiceParty party() {
      return new VoiceParty(VoiceParty.VoiceSide.STAFF, Optional.of(id), name);
    }
  }

  /**
   * Who has it: whoever is at it, else the head of its department, else the administrators. Who is
   * not there any more has nothing.
   */
  List<Long> holders(Voice voice) {
    return voice
        .assignee()
        .flatMap(VoiceParty::id)
        .filter(active::contains)
        .or(() -> head(voice.department()))
        .map(List::of)
        .orElseGet(() -> ids(administrators));
  }

  private Optional<Long> head(String department) {
    return Optional.ofNullable(departments.get(department))
        .flatMap(Department::head)
        .filter(active::contains);
  }

  /** To whom it climbs; the administrators where there is nobody. */
  List<Long> on(Rung rung, Voice voice) {
    List<Long> there =
        switch (rung) {
          case HEAD -> head(voice.department()).map(List::of).orElse(List.of());
          case ACCOUNT_MANAGER -> ids(managers);
          case CHOSEN -> chosen.map(StaffName::id).map(List::of).orElse(List.of());
        };
    return there.isEmpty() ? ids(administrators) : there;
  }

  /** Whom this event concerns, of a voice as it is after it. */
  List<Long> told(VoiceEvent event, Voice voice) {
    return switch (event) {
      case VoiceEvent.Said e -> and(holders(voice), ids(managers));
      case VoiceEvent.Reopened e -> and(holders(voice), ids(managers));
      case VoiceEvent.Added e -> holders(voice);
      case VoiceEvent.Replied e -> holders(voice);
      case VoiceEvent.HandedOn e ->
          e.byItself() ? and(ids(managers), holders(voice)) : holders(voice);
      case VoiceEvent.Assigned e -> e.to().flatMap(VoiceParty::id).map(List::of).orElse(List.of());
      case VoiceEvent.Reminded e -> holders(voice);
      case VoiceEvent.Climbed e -> on(e.rung(), voice);
      case VoiceEvent.Closed e -> e.by().isStaff() ? readers(voice) : holders(voice);
      case VoiceEvent.Answered e -> readers(voice);
      case VoiceEvent.Asked e -> readers(voice);
      default -> List.of();
    };
  }

  /** Who waits for an answer: whoever wrote, or all contacts where staff took it down for them. */
  private List<Long> readers(Voice voice) {
    List<Long> wrote = customers(voice);
    return wrote.isEmpty() && voice.said().by().isStaff() ? contacts : wrote;
  }

  /** Whether somebody of the company can be written to; holders of links have no address. */
  static boolean hasReaders(Voice voice) {
    return voice.said().by().isStaff() || !customers(voice).isEmpty();
  }

  /** Everybody of the company who wrote something. */
  static List<Long> customers(Voice voice) {
    return voice.events().stream()
        .map(VoiceParties::by)
        .filter(by -> by.side() == VoiceParty.VoiceSide.CUSTOMER)
        .flatMap(by -> by.id().stream())
        .distinct()
        .toList();
  }

  private static List<Long> and(List<Long> some, List<Long> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  private static List<Long> ids(List<StaffName> people) {
    return people.stream().map(StaffName::id).collect(Collectors.toList());
  }
}
