import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { change, happened } from '../../../webroot/tracking/reading/history.js';
import { lead } from '../../../webroot/tracking/reading/lead.js';
import { standing } from '../../../webroot/tracking/reading/standing.js';
import { catalogue, ROOT } from './words.mjs';

const LANGUAGES = ['en', 'zh-CN'];

/** The codes of an enum of the program: whatever it may send has its words. */
function codesOf(name) {
  const text = readFileSync(new URL(`../src/main/java/org/vitrine/${name}.java`, ROOT), 'utf8');
  const found = [...text.matchAll(/@JsonProperty\("([\w-]+)"\)|^  [A-Z_]+\("([\w-]+)"\)/gm)];
  assert.ok(found.length > 1, name);
  return found.map(([, property, code]) => property ?? code);
}

const ORDER_STATES = codesOf('production/OrderState');
const LINE_STATES = codesOf('production/LineState');
const STAGE_STATES = codesOf('production/StageState');

const SAID = [
  ['say', ORDER_STATES],
  ['line', LINE_STATES],
  ['state', STAGE_STATES],
  ['verdict', codesOf('production/Verdict')],
  ['withheld', codesOf('production/Withheld')],
  ['risk', codesOf('production/Risk')],
  ['source', codesOf('production/Source')],
];

for (const language of LANGUAGES) {
  const words = catalogue(language);
  const isKey = (text) => /^\*{0,2}[a-z]+\.[a-z][\w.-]*$/.test(text);

  for (const [prefix, codes] of SAID) {
    test(`whatever may come has its words in ${language}: ${prefix}`, () => {
      assert.deepEqual(codes.filter((code) => words[`${prefix}.${code}`] === undefined), []);
    });
  }

  test(`however an order stands, its chip, its lead and what is said aloud have words in ${language}`, () => {
    use(language, words);
    for (const state of ORDER_STATES) {
      assert.notEqual(words[`standing.${standing({ state, promised: '2099-01-01' }, Date.now())}`], undefined, state);
      assert.ok(!isKey(change({ state: 'before' }, { state })), state);
      for (const page of pages(state)) {
        assert.deepEqual(lead(page, Date.now()).filter((text) => text.split(/[:：] */).some(isKey)), [], state);
      }
    }
  });

  test(`why likely days jumped has its words in ${language}`, () => {
    use(language, words);
    for (const because of codesOf('production/FinishForecast')) {
      const said = happened({ kind: 'forecast-told', body: { because: [because] } });
      assert.notEqual(said, words['event.forecast-told'], because);
    }
  });

  test(`whatever happens to an order has its words in ${language}`, () => {
    use(language, words);
    for (const reason of [undefined, 'Nine are enough']) {
      for (const kind of codesOf('orders/EventKind')) {
        assert.ok(!isKey(happened({ kind, body: { reason, line: 1, items: [] } })), kind);
      }
      for (const kind of codesOf('production/ReportKind')) {
        assert.ok(!isKey(happened({ kind: 'reported', body: { kind, reason, line: 1, stage: 's' } })), kind);
      }
    }
  });
}

function* pages(state) {
  for (const line of LINE_STATES) {
    for (const stage of STAGE_STATES) {
      for (const count of [1, 2, 9]) {
        for (const more of [{}, { shortBy: 3 }, { closedShort: 'enough' }, { cancelled: 'not needed' }]) {
          yield page(state, count, { state: line, stage: 's', stages: { s: pane(stage) }, ...more });
        }
      }
    }
  }
}

const pane = (state) => ({
  name: { en: 'Packing' },
  position: 1,
  state,
  ...(state === 'held' ? { hold: { since: '2026-12-01T08:00:00Z' } } : {}),
});

const page = (state, count, line) => ({
  state,
  withheld: 'held',
  lines: Object.fromEntries(
    Array.from({ length: count }, (_, at) => [at + 1, { number: at + 1, product: 'Pump', quantity: 12, ...line }]),
  ),
});
