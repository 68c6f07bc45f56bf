package org.vitrine.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Mailer;
import org.vitrine.meetings.AgendaItem.AgendaState;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.platform.Rejection;

/** What people do to an agenda before the meeting: propose, vote, arrange, merge, drop. */
final class AgendaDesk {
  /** So many proposals a company has for a meeting, and all of them together. */
  private static final int PROPOSALS = 5;

  private static final int MOST_PROPOSALS = 100;
  private static final int MOST_ITEMS = 100;

  private final MeetingDesk desk;
  private final AgendaBuilder builder;
  private final DroppedItemMails dropped;
  private final AgendaRepository agenda = new AgendaRepository();
  private final AgendaEditRepository repository = new AgendaEditRepository();

  AgendaDesk(MeetingDesk desk, AgendaBuilder builder, Mailer mailer) {
    this.desk = desk;
    this.builder = builder;
    this.dropped = new DroppedItemMails(mailer);
  }

  /** The house adds an item for all to see; a customer proposes one, which is its company's own. */
  void add(MeetingPerson by, MeetingNumber number, ProposeItem wanted) {
    desk.carryOut(
        by,
        number,
        turn -> {
          requireNotOver(turn);
          by.company()
              .ifPresentOrElse(
                  company -> propose(turn, company, wanted), () -> addForAll(turn, wanted));
        });
    if (by.company().isPresent()) {
      builder.build(number);
    }
  }

  private static void requireNotOver(MeetingTurn turn) {
    if (turn.meeting().state() != MeetingState.PLANNED
        && turn.meeting().state() != MeetingState.LIVE) {
      throw new Rejection.Conflict("The meeting is over: propose it for the next one");
    }
  }

  /**
   * How many proposals a company can still make.
   *
   * @param own how many it has made
   * @param all how many were made in all
   */
  static long left(long own, long all) {
    return Math.max(0, Math.min(PROPOSALS - own, MOST_PROPOSALS - all));
  }

  private void propose(MeetingTurn turn, CompanyId company, ProposeItem wanted) {
    turn.require(MeetingState.PLANNED, "The meeting has begun: say it there");
    MeetingNumber number = turn.meeting().number();
    if (repository.proposed(turn.transaction(), company, number) >= PROPOSALS) {
      throw new Rejection.Conflict(
          "Your company has made %d proposals, which is all for one meeting".formatted(PROPOSALS));
    }
    if (repository.proposedByAll(turn.transaction(), number) >= MOST_PROPOSALS) {
      throw new Rejection.Conflict(
          "%d proposals were made, which is all that one meeting takes".formatted(MOST_PROPOSALS));
    }
    repository.propose(
        turn.transaction(), company, number, wanted.title(), turn.person(), turn.now());
  }

  private void addForAll(MeetingTurn turn, ProposeItem wanted) {
    if (!turn.person().keeps()) {
      throw new Rejection.Forbidden("Only whoever keeps meetings adds to their agenda");
    }
    long added = items(turn).stream().filter(item -> item.topic().isEmpty()).count();
    if (added >= MOST_ITEMS) {
      throw new Rejection.Conflict(
          "You can add at most %d items to an agenda".formatted(MOST_ITEMS));
    }
    agenda.add(
        turn.transaction(),
        turn.meeting().number(),
        wanted.title(),
        wanted.minutes(),
        turn.person(),
        turn.now());
  }

  private List<AgendaItem> items(MeetingTurn turn) {
    return agenda.shown(
        turn.transaction(), turn.person().audience(), List.of(turn.meeting().number()));
  }

  private AgendaItem require(MeetingTurn turn, long item) {
    return items(turn).stream()
        .filter(one -> one.id() == item)
        .findFirst()
        .orElseThrow(() -> new Rejection.NotFound("There is no such item on the agenda"));
  }

  /** A company's one vote for an item; once more changes nothing. */
  void vote(MeetingPerson by, MeetingNumber number, long item) {
    CompanyId company =
        by.company()
            .orElseThrow(() -> new Rejection.Forbidden("Votes beforehand are for customers"));
    desk.carryOut(
        by,
        number,
        turn -> {
          turn.require(MeetingState.PLANNED, "The meeting has begun: votes beforehand are over");
          AgendaItem wanted = require(turn, item);
          if (wanted.state() != AgendaState.OPEN) {
            throw new Rejection.Conflict("It is not on the agenda any more");
          }
          repository.vote(turn.transaction(), company, number, item, by, turn.now());
        });
    builder.rerank(number);
  }

  void edit(MeetingPerson by, MeetingNumber number, long item, EditItem edit) {
    desk.carryOut(
        by,
        number,
        turn -> {
          requireNotOver(turn);
          edit(turn, require(turn, item), edit);
        });
    if (edit.into() != null) {
      builder.rerank(number);
    }
  }

  private void edit(MeetingTurn turn, AgendaItem item, EditItem edit) {
    repository.rename(turn.transaction(), item.id(), edit);
    if (edit.into() != null) {
      merge(turn, item, edit.into());
    }
    if (edit.state() != null) {
      stand(turn, item, edit);
    }
    if (edit.position() != null) {
      arrange(turn, item, edit.position());
    }
  }

  private void merge(MeetingTurn turn, AgendaItem item, long into) {
    AgendaItem other = require(turn, into);
    if (other.id() == item.id()
        || other.state() != AgendaState.OPEN
        || item.state() != AgendaState.OPEN) {
      throw new Rejection.Invalid("into", "Only two items that are open become one");
    }
    repository.merge(turn.transaction(), item.id(), into);
    repository.stand(
        turn.transaction(),
        item.id(),
        AgendaState.MERGED,
        Optional.empty(),
        Optional.of(into),
        turn.now());
  }

  private void stand(MeetingTurn turn, AgendaItem item, EditItem edit) {
    if (item.state() == AgendaState.MERGED || item.state() == AgendaState.CARRIED) {
      throw new Rejection.Conflict("It is talked about elsewhere");
    }
    AgendaState state =
        switch (edit.state()) {
          case OPEN -> AgendaState.OPEN;
          case CLOSED -> AgendaState.CLOSED;
          case DROPPED -> AgendaState.DROPPED;
        };
    boolean drops = state == AgendaState.DROPPED;
    repository.stand(
        turn.transaction(),
        item.id(),
        state,
        Optional.ofNullable(edit.reason()).filter(any -> drops),
        Optional.empty(),
        turn.now());
    if (drops && item.state() != AgendaState.DROPPED) {
      dropped.tell(turn.transaction(), turn.meeting(), item, edit.reason());
    }
  }

  /** From then on all stand where they stand now; what comes later comes behind. */
  private void arrange(MeetingTurn turn, AgendaItem item, int position) {
    List<Long> open =
        new ArrayList<>(
            items(turn).stream()
                .filter(one -> one.state() == AgendaState.OPEN)
                .map(AgendaItem::id)
                .toList());
    if (!open.remove(item.id())) {
      throw new Rejection.Conflict("It is not open");
    }
    open.add(Math.min(position, open.size()), item.id());
    repository.arrange(turn.transaction(), open);
  }
}
