import { confirmed, inDialog } from '../base/elements/dialogs.js';
import { offerUndo } from '../base/elements/undo-bar.js';
import { refusal } from '../base/reading/refusals.js';
import { t } from '../base/words.js';
import { heldStages } from './reading/standing.js';
import { cancel, hold, reinstate, resume } from './requests.js';

/** What an act is about, in words: "order SO-1001", "line 2". */
const about = ({ order, line }) =>
  line === undefined ? t('acts.the-order', { number: order }) : t('acts.the-line', { number: line });

async function opened(name, title, properties) {
  await import(`./elements/${name}.js`);
  return inDialog(Object.assign(document.createElement(name), properties), title);
}

/** Does what needs no more words, and offers to undo it; what is refused is said, and may be tried again. */
async function done(act, sentence, undo) {
  try {
    await act();
    offerUndo(sentence, undo);
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
  const act = (reason) => hold(order, { line, stage, reason });
  if (await opened('act-with-reason', t('acts.hold'), { kind: 'hold', about: what, act })) {
    offerUndo(t('acts.held', { what }), () => resume(order, line, stage));
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
  if (await opened('act-with-reason', t('acts.cancel'), { kind: 'cancel', about: what, act })) {
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
