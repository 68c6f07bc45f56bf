import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { entries, heard, holding, inSum, isUnread, lineNumbers, moved, said, why } from '../../../webroot/promises/reading/ledger.js';
import { before, daysOf, isOfDay, named, numbers, share } from '../../../webroot/promises/reading/kept.js';
import { catalogue } from './words.mjs';

const at = '2026-12-01T09:14:00Z';
const read = { at, by: 'Carol' };
const word = (date, more = {}) => ({ kind: 'promise-revised', move: 'later', at, body: { date, ...more } });

beforeEach(() => use('en', catalogue('en')));

test('what holds is the newest word on the order and on each line', () => {
  const ledger = { entries: { 2: word('2026-12-10'), 11: word('2026-12-15'), 3: word('2026-12-20', { line: 2 }) } };
  assert.deepEqual(entries(ledger).map(({ version }) => version), [11, 3, 2]);
  assert.deepEqual(holding(ledger).map(({ version }) => version), [11, 3]);
  assert.ok(isUnread(ledger));
  ledger.entries[11].read = read;
  assert.ok(isUnread(ledger), 'nobody has read that of line 2');
  ledger.entries[3].read = read;
  assert.ok(!isUnread(ledger));
  assert.equal(inSum(ledger), '3 words, read by the customer');
  assert.equal(isUnread(undefined), false);
  const old = { entries: { 2: { ...word('2026-12-10'), toldUnknown: true } } };
  assert.equal(inSum(old), '1 word', 'nobody kept who was told');
  assert.deepEqual(heard(entries(old)[0]), []);
  assert.ok(isUnread(old), 'it is still to be read');
  assert.deepEqual(heard(word('2026-12-10', { offer: 'D-1' })), [], 'the customer accepted it');
});

test('an entry says what it did, why, and how the customer heard of it', () => {
  const entry = word('2026-12-15', { reason: 'no seals.', cause: 'supplier-late', side: 'supplier' });
  assert.match(moved(entry), /^Moved later, to /);
  assert.deepEqual(why(entry), ['no seals', 'Supplier late, supplier’s side']);
  assert.deepEqual(heard(entry), ['Nobody at the customer has been told yet.']);
  assert.deepEqual(heard(entry, false), ['Nobody read it while it held.']);
  assert.equal(heard({ ...entry, told: read, read, readThroughLink: at }).length, 3);
  assert.equal(moved({ kind: 'delay-offered', body: {} }), 'Another date was offered');
  assert.match(moved({ kind: 'delay-offered', body: { date: '2026-12-20' } }), /^Another date was offered: /);
  assert.equal(moved({ kind: 'delay-answered', body: { answer: 'decline' } }), 'The customer declined');
  assert.deepEqual(lineNumbers({ body: { lines: [1, 2] } }, 3), [1, 2]);
  assert.deepEqual(lineNumbers({ body: { lines: [1, 2] } }, 2), []);
  assert.deepEqual(lineNumbers({ body: { line: 1 } }, 1), []);
});

test('what the house decided stands between the words, with its plan', () => {
  const chosen = (choice, more) => ({ kind: 'risk-chosen', at, by: 'Anna', body: { line: 1, choice, ...more } });
  const kept = chosen('recover', { plan: 'A shift on Saturday.', lookAgainOn: '2026-12-08', chance: 0.424 });
  assert.equal(moved(kept), 'At risk: to be kept, with a plan');
  assert.match(why(kept)[0], /^A shift on Saturday; looked at again on .*Dec/);
  assert.equal(why(kept)[1], 'The chance of keeping the date was 42 % then.');
  assert.match(said(kept), /^Decided .* by Anna\.$/);
  assert.equal(moved(chosen('part-first')), 'At risk: a part is offered first');
  assert.deepEqual(why(chosen('offer')), []);
  assert.deepEqual(holding({ entries: { 4: kept } }), [], 'it is no word on a date');
});

test('a number is so many of so many, with a share where there are enough', () => {
  assert.equal(share(0, 0), '–');
  assert.equal(share(1, 4), '1 of 4');
  assert.equal(share(29, 40), '29 of 40 (73 %)');
  assert.deepEqual(
    numbers('first', { n: 40, onTime: 29, counted: 38, inFull: 27 }).map(({ of, some }) => [of, some]),
    [['first-kept', 29], ['first-missed', 11], ['first-in-full', 27], ['first-not-in-full', 11]],
  );
});

test('what stands behind a number is named, and a line says both of its days', () => {
  assert.equal(named('agreed-missed'), 'Late or open, agreed date');
  assert.equal(named('withdrawn'), 'Date withdrawn');
  assert.ok(isOfDay('first-kept') && !isOfDay('withdrawn') && !isOfDay(undefined));
  const days = { first: '2026-10-10', agreed: '2026-10-12', came: '2026-10-14' };
  assert.match(daysOf({ days }), /^first promised for .*, agreed for .*, came on .*, finished with fewer$/);
  assert.match(daysOf({ days: { first: '2026-10-10', agreed: '2026-10-10' } }), /^first.*, has not come in full$/);
  assert.equal(before('2026-02', 3), '2025-11');
});
