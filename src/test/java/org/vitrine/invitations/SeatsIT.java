package org.vitrine.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.invitations.InvitationState.ACCEPTED;
import static org.vitrine.invitations.InvitationState.ASKED;
import static org.vitrine.invitations.InvitationState.DECLINED;
import static org.vitrine.invitations.InvitationState.WAITING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;

/** Never more come than have a seat, and until a day before nobody waits while one is free. */
class SeatsIT {
  private static final TestClock CLOCK = new TestClock();
  private static final Duration TEN_DAYS = Duration.ofDays(10);
  private static TestVitrine vitrine;
  private static Guests guests;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    guests = new Guests(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  /** Nobody answers at the very same moment, unless they do so at the same time. */
  private static void say(Occasion occasion, Invitee guest, InvitationState answer) {
    CLOCK.pass(Duration.ofSeconds(1));
    guests.act(
        transaction ->
            guests
                .door()
                .answerFor(
                    transaction,
                    occasion.kind(),
                    occasion.number(),
                    guest.person(),
                    GiveAnswer.of(answer),
                    "test"));
  }

  private static Invitee[] several(String company, int many) {
    Invitee[] all = new Invitee[many];
    for (int at = 0; at < many; at++) {
      all[at] = guests.contact(company, "Guest" + at);
    }
    return all;
  }

  private static List<InvitationState> states(Occasion occasion, Invitee... some) {
    List<InvitationState> states = new ArrayList<>();
    for (Invitee one : some) {
      states.add(guests.state(occasion, one));
    }
    return states;
  }

  @Test
  void a_seat_that_becomes_free_goes_to_whoever_waits_longest_and_they_are_told() {
    Invitee[] four = several("row", 4);
    Occasion meeting = guests.announce(guests.in(TEN_DAYS).seating(2), four);
    for (Invitee one : four) {
      say(meeting, one, ACCEPTED);
    }
    assertThat(states(meeting, four)).containsExactly(ACCEPTED, ACCEPTED, WAITING, WAITING);

    say(meeting, four[0], DECLINED);
    assertThat(states(meeting, four)).containsExactly(DECLINED, ACCEPTED, ACCEPTED, WAITING);
    assertThat(guests.subjects("guest2@row.example").getLast()).startsWith("You have a seat");
    assertThat(guests.of(meeting, four[2]).answered().orElseThrow().way())
        .isEqualTo(AnswerWay.MOVED_UP);

    say(meeting, four[0], ACCEPTED);
    assertThat(states(meeting, four)).containsExactly(WAITING, ACCEPTED, ACCEPTED, WAITING);

    guests.act(
        transaction ->
            guests
                .door()
                .uninvite(transaction, meeting.kind(), meeting.number(), four[1].person()));
    assertThat(states(meeting, four[0], four[2], four[3]))
        .as("who gave their seat up waits behind")
        .containsExactly(WAITING, ACCEPTED, ACCEPTED);

    guests.change(meeting.seating(3));
    assertThat(states(meeting, four[0])).containsExactly(ACCEPTED);
  }

  @Test
  void from_a_day_before_those_who_wait_are_asked_and_the_first_has_it() {
    Invitee[] three = several("late", 3);
    Occasion meeting = guests.announce(guests.in(Duration.ofHours(20)).seating(1), three);
    for (Invitee one : three) {
      say(meeting, one, ACCEPTED);
    }
    say(meeting, three[0], DECLINED);

    assertThat(states(meeting, three)).containsExactly(DECLINED, WAITING, WAITING);
    assertThat(guests.subjects("guest1@late.example").getLast()).startsWith("A seat is free");
    assertThat(guests.subjects("guest2@late.example").getLast()).startsWith("A seat is free");

    say(meeting, three[2], ACCEPTED);
    say(meeting, three[1], ACCEPTED);
    assertThat(states(meeting, three)).containsExactly(DECLINED, WAITING, ACCEPTED);
  }

  @Test
  void whoever_was_asked_and_came_too_late_is_asked_about_the_next_seat() {
    Invitee[] four = several("again", 4);
    Occasion meeting = guests.announce(guests.in(Duration.ofHours(20)).seating(2), four);
    for (Invitee one : four) {
      say(meeting, one, ACCEPTED);
    }
    say(meeting, four[0], DECLINED);
    say(meeting, four[2], ACCEPTED);
    say(meeting, four[1], DECLINED);

    assertThat(guests.subjects("guest3@again.example"))
        .filteredOn(subject -> subject.startsWith("A seat is free"))
        .hasSize(2);
  }

  @Test
  void a_changed_time_gives_every_seat_back() {
    Invitee[] two = several("moved", 2);
    Occasion meeting = guests.announce(guests.in(TEN_DAYS).seating(1), two);
    say(meeting, two[0], ACCEPTED);
    say(meeting, two[1], ACCEPTED);
    guests.change(meeting.seating(1).at(meeting.start().plusDays(1)));

    assertThat(states(meeting, two)).containsExactly(ASKED, ASKED);
    say(meeting, two[1], ACCEPTED);
    assertThat(states(meeting, two)).containsExactly(ASKED, ACCEPTED);
  }

  /** Two who want the last seat at the same moment: one has it, the other waits. */
  @Test
  void the_last_seat_is_one_person_s() {
    Invitee[] many = several("crowd", 8);
    Occasion meeting = guests.announce(guests.in(TEN_DAYS).seating(3), many);
    List<Callable<Void>> all = new ArrayList<>();
    for (Invitee one : many) {
      all.add(
          () -> {
            say(meeting, one, ACCEPTED);
            return null;
          });
    }
    together(all);

    assertThat(states(meeting, many)).filteredOn(ACCEPTED::equals).hasSize(3);
    assertThat(states(meeting, many)).containsOnly(ACCEPTED, WAITING);
  }

  /** Whatever happens at the same time: see the invariants of the class. */
  @Test
  void seats_add_up_after_a_storm() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Invitee[] many = several("storm", 6);
    Occasion meeting = guests.announce(guests.in(TEN_DAYS).seating(2), many);
    List<Callable<Void>> all = new ArrayList<>();
    for (int turn = 0; turn < 60; turn++) {
      Invitee one = many[random.nextInt(many.length)];
      InvitationState wanted = random.nextInt(3) == 0 ? DECLINED : ACCEPTED;
      boolean moves = random.nextInt(15) == 0;
      int hours =
          turn + 1; // Always another: whoever has a seat keeps it while only seats are fewer.
      int seats = 1 + random.nextInt(3);
      all.add(
          () -> {
            if (moves) {
              guests.change(meeting.at(meeting.start().plusHours(hours)).seating(seats));
            } else {
              say(meeting, one, wanted);
            }
            return null;
          });
    }
    together(all);

    int seats =
        guests
            .door()
            .occasion(vitrine.vitrine().database(), meeting.kind(), meeting.number())
            .flatMap(Occasion::capacity)
            .orElseThrow();
    List<InvitationState> states = states(meeting, many);
    long come = states.stream().filter(ACCEPTED::equals).count();
    long wait = states.stream().filter(WAITING::equals).count();
    assertThat(come).as("seed %d: %s", seed, states).isLessThanOrEqualTo(seats);
    assertThat(wait == 0 || come == seats).as("seed %d: %s", seed, states).isTrue();
    assertThat(guests.of(meeting))
        .as("seed %d", seed)
        .allMatch(one -> (one.state() == ASKED) == one.answered().isEmpty());
  }

  private static void together(List<Callable<Void>> deeds) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> one : threads.invokeAll(deeds)) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
