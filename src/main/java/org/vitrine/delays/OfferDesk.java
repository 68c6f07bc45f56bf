package org.vitrine.delays;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.DelayEntry;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OfferedKind;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSummary;

/**
 * What customers say to offers, and what it means that they say nothing. What they agree to becomes
 * what is promised, in the same transaction.
 */
final class OfferDesk {
  private static final LocalizedText TAKEN_BACK =
      LocalizedText.of(
          Map.of("en", "The consent to an open date was taken back", "zh-CN", "已撤回对未定交期的同意"));

  private final OfferWriter writer;
  private final OfferedOrders orders;
  private final AgreedDates dates;
  private final CallWishes calls;
  private final OfferRepository repository = new OfferRepository();

  OfferDesk(OfferWriter writer, OfferedOrders orders, AgreedDates dates, CallWishes calls) {
    this.writer = writer;
    this.orders = orders;
    this.dates = dates;
    this.calls = calls;
  }

  /** Who answers, and by which way. */
  record OfferAnswerer(OfferAudience audience, ActingOne by, String through) {}

  /** The customer answers; what they agree to is promised in the same moment. */
  void answer(OfferId id, AnswerOffer wanted, OfferAnswerer who) {
    AnswerOffer said = AnswerRule.completed(wanted);
    DelayOffer known = writer.require(who.audience(), id);
    if (!who.audience().answers()) {
      throw new Rejection.Forbidden("Only the customer answers");
    }
    writer.act(
        known,
        (transaction, offer) -> {
          if (AnswerRule.isRepeated(offer, said, who.by().actor())) {
            return null;
          }
          AnswerRule.require(offer, said, orders.today());
          List<Integer> lines = AnswerRule.agreedLines(offer.terms(), said);
          if (said.answer().isConsent()) {
            dates.agree(
                transaction,
                offer,
                lines,
                offer.terms().date(),
                orders.summary(orders.require(transaction, offer.order().id())),
                who.by());
          } else {
            writer.entries.lock(transaction, offer.order().number());
          }
          OfferState state = AnswerRule.stateAfter(said.answer());
          writer.settle(transaction, offer, state, Optional.of(given(said, who)));
          writer.entries.say(
              transaction,
              offer.order().id(),
              DelayEntry.answered(id.text(), said.about(lines)),
              who.by());
          calls.note(
              transaction, orders.require(transaction, offer.order().id()), said, who.by().actor());
          writer.tell(transaction, offer, state.code(), said);
          return null;
        });
  }

  private GivenAnswer given(AnswerOffer said, OfferAnswerer who) {
    return new GivenAnswer(said, who.by().actor(), who.through(), writer.now());
  }

  /** The customer agrees to an open date no longer; until anything of it leaves. */
  void takeBack(OfferId id, OfferAnswerer who) {
    DelayOffer known = writer.require(who.audience(), id);
    if (!who.audience().answers()) {
      throw new Rejection.Forbidden("Only the customer takes it back");
    }
    writer.act(
        known,
        (transaction, offer) -> {
          if (offer.state() == OfferState.TAKEN_BACK) {
            return null;
          }
          if (offer.state() != OfferState.ACCEPTED || offer.terms().kind() != OfferedKind.OPEN) {
            throw new Rejection.Conflict("Only the consent to an open date can be taken back");
          }
          OrderSnapshot order = orders.require(transaction, offer.order().id());
          List<Integer> lines = AgreedDates.leftOpenBy(offer, order);
          if (lines.isEmpty()) {
            throw new Rejection.Conflict("Another date was said since, or it was cancelled");
          }
          if (OfferedOrders.hasLeft(order, lines)) {
            throw new Rejection.Conflict("It has left; the consent can no longer be taken back");
          }
          dates.takeBack(transaction, offer, lines, TAKEN_BACK, who.by());
          writer.entries.lock(transaction, offer.order().number());
          writer.settle(transaction, offer, OfferState.TAKEN_BACK, Optional.empty());
          writer.entries.say(
              transaction, offer.order().id(), DelayEntry.takenBack(id.text(), lines), who.by());
          writer.tell(transaction, offer, OfferState.TAKEN_BACK.code(), offer.terms());
          return null;
        });
  }

  /** Somebody of the company has it before their eyes; what staff read is no reading. */
  void read(OfferAudience audience, OfferId id, ActingOne by) {
    if (!(audience instanceof OfferAudience.ForBuyer)) {
      throw new Rejection.Forbidden("That it was read is for the customer to say");
    }
    writer.act(
        writer.require(audience, id),
        (transaction, offer) -> {
          if (repository.read(transaction, id, writer.now(), by.actor())) {
            writer.tell(transaction, offer, "read", offer.terms());
          }
          return null;
        });
  }

  /**
   * Whoever can be written to was: those who have its page open see so, and everybody of the
   * company is told, those who have the email by no other.
   */
  void told(Queries transaction, DelayOffer offer, List<Long> mailed) {
    writer.tell(transaction, offer, "told", offer.terms(), mailed);
  }

  /** Nobody answered in time. */
  void lapse(Queries transaction, DelayOffer offer, boolean isConsent, OrderSummary summary) {
    ActingOne clockWork = new ActingOne("inferred", "Vitrine");
    OfferState state = isConsent ? OfferState.SILENT_CONSENT : OfferState.LAPSED;
    Optional<LocalDate> date = Optional.ofNullable(offer.terms().date()).filter(any -> isConsent);
    if (isConsent) {
      dates.agree(
          transaction, offer, offer.terms().lines(), date.orElseThrow(), summary, clockWork);
    } else {
      writer.entries.lock(transaction, offer.order().number());
    }
    writer.settle(transaction, offer, state, Optional.empty());
    writer.entries.say(
        transaction,
        offer.order().id(),
        DelayEntry.lapsed(offer.id().text(), offer.terms().lines(), date),
        clockWork);
    writer.tell(transaction, offer, state.code(), offer.terms());
  }
}
