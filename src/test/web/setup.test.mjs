import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeFor } from '../../../webroot/house/reading/codes.js';
import { PRESETS } from '../../../webroot/house/reading/hours.js';
import { current, firstLine } from '../../../webroot/house/reading/panes.js';
import { lacking, missing, next, STEPS } from '../../../webroot/house/reading/steps.js';
import { isAroundTheClock } from '../../../webroot/base/reading/hours.js';
import { left } from '../../../webroot/base/reading/left.js';

const found = (...done) => ({ steps: Object.fromEntries(STEPS.map((step) => [step, done.includes(step)])) });

test('the next step is the first that is neither done nor skipped, and comes round to what was left out', () => {
  assert.equal(next(found(), new Set()), 'you');
  assert.equal(next(found('you', 'house', 'hours'), new Set(['company']), 'hours'), 'routing');
  assert.equal(next(found('you', 'company', 'routing', 'order', 'report', 'customer'), new Set(['house']), 'customer'), 'hours');
  assert.equal(next(found(...STEPS), new Set(), 'customer'), undefined);
});

test('a step says what has to be there before it', () => {
  assert.deepEqual(lacking('order', found('company')), ['routing']);
  assert.deepEqual(lacking('order', found('company', 'routing')), []);
  assert.deepEqual(lacking('house', found()), []);
  assert.deepEqual(missing(found('you', 'house', 'report')), ['hours', 'company', 'routing', 'order', 'customer']);
});

test('a code is what a name suggests, and never one that is taken', () => {
  assert.equal(codeFor('Bäckerei Kühl & Söhne', [], 'customer'), 'baeckerei-kuehl-soehne');
  assert.equal(codeFor('Café Été', ['cafe-ete'], 'customer'), 'cafe-ete-2');
  assert.equal(codeFor('佛山制冷', ['customer', 'customer-2'], 'customer'), 'customer-3');
});

test('the weeks to choose from are weeks', () => {
  assert.ok(isAroundTheClock({ week: PRESETS['around-the-clock'] }));
  assert.deepEqual(Object.keys(PRESETS.day), ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']);
});

test('pieces are counted where they would come next', () => {
  const stages = { packing: { position: 2, state: 'waiting' }, assembly: { position: 1, state: 'met' } };
  const line = firstLine({ lines: { b: { number: 2 }, a: { number: 1, stages } } });
  assert.deepEqual(line.stages.map(({ code }) => code), ['assembly', 'packing']);
  assert.equal(current(line), 'packing');
  const begun = { quantity: 12, stages: [{ code: 'packing', through: 5 }, { code: 'test' }] };
  assert.deepEqual(begun.stages.map((stage) => left(begun, stage)), [7, 12]);
  assert.equal(firstLine({}), undefined);
});
