package org.vitrine.voices;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.people.Colleagues;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.VoiceDesk.VoiceDeed;
import org.vitrine.voices.VoicePeople.StaffName;
import org.vitrine.voices.Voices.VoiceWords;

/** What the house does with a voice while it has not answered, and among themselves. */
public final class VoiceHandling {
  private final VoiceDesk desk;
  private final VoiceSpeakers speakers;
  private final Colleagues colleagues = new Colleagues();

  VoiceHandling(VoiceDesk desk, VoiceSpeakers speakers) {
    this.desk = desk;
    this.speakers = speakers;
  }

  /** Somebody here has it open; the first is told to the customer. */
  public void see(Caller by, VoiceNumber number) {
    desk.act(deed(by, number, Optional.empty()), turn -> turn.acts().see());
  }

  private VoiceDeed deed(Caller by, VoiceNumber number, Optional<Integer> seen) {
    return new VoiceDeed(speakers.of(by), number, seen);
  }

  /** Asks whoever said it something back. */
  public void ask(Caller by, VoiceNumber number, VoiceWords words, List<String> choices) {
    String text = VoiceText.required(words.text());
    List<String> offered = VoiceText.choices(choices);
    desk.act(deed(by, number, words.seen()), turn -> turn.acts().ask(text, offered));
  }

  /** For the house alone. */
  public void note(Caller by, VoiceNumber number, String text) {
    String said = VoiceText.required(text);
    desk.act(deed(by, number, Optional.empty()), turn -> turn.acts().note(said));
  }

  /**
   * Gives it to another department.
   *
   * @param department the code of the one that is to have it
   */
  public void handOn(
      Caller by, VoiceNumber number, String department, String reason, Optional<Integer> seen) {
    String why = VoiceText.reason(reason);
    desk.handOn(
        deed(by, number, seen),
        department,
        turn ->
            turn.acts()
                .handOn(
                    turn.hours().orElseThrow(),
                    why,
                    turn.context().people().managers().stream().findFirst().map(StaffName::party)));
  }

  /**
   * Gives it to somebody.
   *
   * @param person absent where the head of the department has it again
   */
  public void assign(Caller by, VoiceNumber number, Optional<Long> person, Optional<Integer> seen) {
    desk.act(
        deed(by, number, seen),
        turn -> turn.acts().assign(person.map(id -> staff(turn.transaction(), id))));
  }

  private VoiceParty staff(Queries queries, long person) {
    return Optional.ofNullable(colleagues.byId(queries, List.of(person)).get(person))
        .filter(one -> !one.disabled())
        .map(one -> new StaffName(one.id(), one.name()).party())
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "person", "Nobody of ours has the number %d".formatted(person)));
  }
}
