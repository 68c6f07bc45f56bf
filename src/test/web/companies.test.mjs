import assert from 'node:assert/strict';
import { test } from 'node:test';
import { every } from '../../../webroot/base/ask.js';
import { use } from '../../../webroot/base/words.js';
import { doerOf, sentences } from '../../../webroot/companies/reading/agreed.js';
import { maySayManagers, sent, suggestedCode } from '../../../webroot/companies/reading/company.js';
import { catalogue } from './words.mjs';

use('en', catalogue('en'));

test('a code is made of what a name has that a code can have', () => {
  assert.equal(suggestedCode('Müller & Söhne GmbH.'), 'muller-sohne-gmbh');
  assert.equal(suggestedCode('佛山康宁'), '');
  assert.equal(suggestedCode('x'.repeat(60)).length, 40);
});

test('who looks after a company is for an administrator, those who do, or a manager where nobody does', () => {
  const ofSeven = { managers: [{ id: 7 }] };
  assert.equal(maySayManagers(ofSeven, { administers: true }), true);
  assert.equal(maySayManagers(ofSeven, { you: 7, administers: false }), true);
  assert.equal(maySayManagers(ofSeven, { you: 8, administers: false }), false);
  assert.equal(maySayManagers({}, { you: 8, administers: false }), true);
  assert.equal(maySayManagers({}, { administers: false }), false);
});

test('managers are sent by their keys, or not at all', () => {
  assert.deepEqual(sent({ name: 'A', managers: [{ id: 7, name: 'Li' }] }).managers, [7]);
  assert.equal('managers' in sent({ name: 'A' }), false);
});

test('what was agreed is said in sentences', () => {
  const changed = { tier: { before: 'silver', after: 'gold' }, managers: { before: ['Li'], after: [] } };
  assert.deepEqual(sentences({ kind: 'company', changed }), [
    'Tier changed from Silver to Gold',
    'Li no longer looks after them',
  ]);
  const added = { name: { before: '', after: 'Contoso' }, tier: { before: '', after: 'gold' } };
  assert.deepEqual(sentences({ kind: 'company', changed: added }), ['Added as Contoso', 'Tier: Gold']);
  const promise = { order: 'SO-1', line: 2 };
  assert.deepEqual(sentences({ kind: 'promise-revised', promise }), ['SO-1, line 2: date to be confirmed']);
  assert.equal(doerOf({ by: 'key erp' }), 'program erp');
});

test('a list in pages is read to its end', async () => {
  const pages = { undefined: { rows: [1, 2], next: 'b' }, b: { rows: [3] } };
  assert.deepEqual(await every('rows', async (after) => pages[after]), [1, 2, 3]);
});
