import { confirmed, inDialog } from '../base/elements/dialogs.js';
import { offerUndo } from '../base/elements/undo-bar.js';
import { refusal } from '../base/reading/refusals.js';
import { voice } from '../base/start.js';
import { t } from '../base/words.js';
import { readAgain } from './asked.js';
import { heldStages } from './reading/standing.js';
import {
  cancel,
  confirmWaiver,
  declineWaiver,
  hold,
  reinstate,
  resume,
  takeWaiverBack,
  waive,
} from './requests.js';

/** What an act is about, in words: "order SO-1001", "line 2". */
const about = ({ order, line }) =>
  line === undefined ? t('acts.the-order', { number: order }) : t('acts.the-line', { number: line });

async function opened(name, title, properties) {
  await import(`./elements/${name}.js`);
  return inDialog(Object.assign(document.createElement(name), properties), title);
}

/** Some stages do not follow where something came in between: that is said, too. */
const inPart = (sentence, { refused }) =>
  refused.length === 0 ? sentence : `${sentence} ${t('acts.in-part', { count: refused.length })}`;

/** Does what needs no more words, and offers to undo it; what is refused is said, and may be tried again. */
async function done(act, sentence, undo) {
  try {
    const answer = await act();
    const said = answer?.refused ? inPart(sentence, answer) : sentence;
    undo ? offerUndo(said, undo) : voice.say(said);
  } catch (problem) {
    const question = { title: t('acts.failed'), text: refusal(problem), go: t('acts.again') };
    if (await confirmed(question)) {
      await done(act, sentence, undo);
    }
  }
}

export const promising = ({ order, line }) =>
  opened('revise-promise', t('acts.promise'), { order, line, about: about({ order, line }) });

export async function holding({ order, line, stage, named }) {
  const what = named ?? about({ order, line });
  let answer;
  const act = async (reason) => (answer = await hold(order, { line, stage, reason }));
  if (await opened('act-with-reason', t('acts.hold'), { kind: 'hold', about: what, act })) {
    offerUndo(inPart(t('acts.held', { what }), answer), () => resume(order, line, stage));
  }
}

/** What stood still goes on; undone, it stands still again for the reasons that were given. */
export const resuming = ({ order, line, stage, page, named }) => {
  const what = named ?? about({ order, line });
  const held = heldStages(page, { line, stage });
  const again = () => Promise.all(held.map((one) => hold(order, one)));
  return done(() => resume(order, line, stage), t('acts.resumed', { what }), again);
};

export async function cancelling({ order, line }) {
  const what = about({ order, line });
  const act = (reason) => cancel(order, { line, reason });
  if (await opened('act-with-reason', t('acts.cancel-title', { what }), { kind: 'cancel', about: what, act })) {
    offerUndo(t('acts.was-cancelled', { what }), () => reinstate(order, line));
  }
}

export const reinstating = ({ order, line, page }) => {
  const reason = line === undefined ? page.cancelled : page.lines?.[line]?.cancelled;
  const undo = () => cancel(order, { line, reason });
  return done(() => reinstate(order, line), t('acts.reinstated', { what: about({ order, line }) }), undo);
};

export const reporting = (properties) => opened('report-stage', t('acts.report'), properties);

export const reading = (properties) => opened('report-reading', t('acts.reading'), properties);

/** Lets a requirement go; where two have to agree it is only asked for. */
export async function waiving({ order, line, requirement, named }) {
  const demand = { line, requirement };
  let state;
  const act = async (reason) => ({ state } = await waive(order, { ...demand, reason }));
  if (await opened('act-with-reason', t('acts.waive'), { kind: 'waive', about: named, act })) {
    await readAgain(order);
    offerUndo(t(`acts.now-${state}`, { what: named }), () => taken(order, demand));
  }
}

/** Takes a waiver back, or that it was asked for. */
export const counting = ({ order, line, requirement, named }) =>
  done(() => taken(order, { line, requirement }), t('acts.counts', { what: named }));

async function taken(order, demand) {
  await takeWaiverBack(order, demand);
  await readAgain(order);
}

/** With the reason as it was read: whoever confirms it has read what the customer will. */
export const confirming = ({ order, line, requirement, reason, named }) =>
  done(
    async () => {
      await confirmWaiver(order, { line, requirement, reason });
      await readAgain(order);
    },
    t('acts.now-waived', { what: named }),
    () => taken(order, { line, requirement }),
  );

export async function declining({ order, line, requirement, named }) {
  const act = (reason) => declineWaiver(order, { line, requirement, reason });
  if (await opened('act-with-reason', t('acts.decline'), { kind: 'decline', about: named, act })) {
    await readAgain(order);
    return true;
  }
  return false;
}

export const correcting = (properties) => opened('correct-report', t('acts.correct'), properties);

export const actingOnSeveral = (properties) =>
  opened('several-form', t(`acts.${properties.act}`), properties);
