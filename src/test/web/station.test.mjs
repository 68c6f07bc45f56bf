import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { checkOf } from '../../../webroot/station/reading/check.js';
import { DeviceClock } from '../../../webroot/station/reading/clock.js';
import { inUnit, isFarOff, isWithin, readGauge } from '../../../webroot/station/reading/gauges.js';
import { learned, mappedBack, TEST_CODE } from '../../../webroot/station/reading/layouts.js';
import { canUndo, pause, stampedTimes } from '../../../webroot/station/reading/leaving.js';
import { heard } from '../../../webroot/station/reading/heard.js';
import { mended } from '../../../webroot/station/reading/mending.js';
import { isDoubled, meant, readAddressed, readScan } from '../../../webroot/station/reading/scans.js';
import { standing } from '../../../webroot/station/reading/standing.js';
import { readNumber } from '../../../webroot/station/reading/numbers.js';
import { UNITS } from '../../../webroot/station/reading/units.js';
import { sha256 } from '../../../webroot/base/reading/sha256.js';
import { Wedge } from '../../../webroot/station/reading/wedge.js';

const traveller = (order, line, operation, house = 'https://plant.example') =>
  `${house}/t/${[order, line, operation].map(encodeURIComponent).join('/')}?c=${checkOf(`${order}\n${line}\n${operation}`)}`;

test('the check is the CRC-32 that everybody computes', () => {
  assert.equal(checkOf('123456789'), 'CBF43926');
  assert.equal(checkOf(''), '00000000');
});

test('a traveller says by itself what it is for, whatever is in its number', () => {
  for (const order of ['SO-10047', 'SO/10 047', '订单-7', 'A%2F?#', '🙂']) {
    const { kind, ...said } = readScan(traveller(order, 2, 'Leak test'));
    assert.deepEqual([kind, said.order, said.line, said.step], ['traveller', order, 2, 'Leak test']);
  }
  assert.equal(readScan(traveller('SO-1', 1, 'Weld', 'https://plant.example/vitrine')).kind, 'traveller');
});

test('a traveller that was misread is not believed', () => {
  const text = traveller('SO-10047', 1, 'Weld').replace('10047', '10048');
  assert.deepEqual(readScan(text), { kind: 'unknown', why: 'check' });
  assert.equal(readScan(traveller('SO-1', 1, 'Weld').replace('SO-1', '%E0%A4')).why, 'check');
});

test('commands, badges and what a scanner sent twice are told apart', () => {
  assert.deepEqual(readScan('VT:GOOD'), { kind: 'command', command: 'good' });
  assert.equal(readScan('VT:NOTHING').kind, 'text');
  assert.deepEqual(readScan(' VT-BADGE:0042 '), { kind: 'badge', badge: '0042' });
  assert.deepEqual(readScan('VT-BADGE:42VT-BADGE:42'), { kind: 'unknown', why: 'doubled' });
  assert.equal(readScan('SO-10047SO-10047').kind, 'text');
  assert.equal(isDoubled('1212'), false);
  assert.equal(isDoubled('SO-10047'), false);
  assert.equal(isDoubled('123456123456'), true);
});

test('a link opens a traveller, and taps nothing', () => {
  assert.equal(readAddressed(traveller('SO-1', 1, 'Weld')).kind, 'traveller');
  assert.equal(readAddressed(traveller('SO-1', 1, 'Weld').replace('SO-1', 'SO-2')).why, 'check');
  for (const text of ['VT:GOOD', 'vt:done', 'VT-BADGE:0042', 'SO-10047', 'https://elsewhere.example/']) {
    assert.deepEqual(readAddressed(text), { kind: 'unknown', why: 'address' });
  }
});

test('a traveller is found in whatever letters its operation is written', () => {
  const work = [
    { order: 'SO-1', line: 1, operation: 'OP-10', stage: 'assembly' },
    { order: 'SO-1', line: 2, operation: 'OP-10', stage: 'assembly' },
  ];
  assert.deepEqual(meant(readScan(traveller('SO-1', 2, 'op-10')), work), [work[1]]);
  assert.deepEqual(meant(readScan(traveller('SO-1', 2, 'assembly')), work), [work[1]]);
  assert.deepEqual(meant(readScan(traveller('SO-1', 2, 'op-20')), work), []);
});

test('what was typed by hand finds the work of this station', () => {
  const work = [
    { order: 'SO-10047', line: 1, operation: 'Weld' },
    { order: 'SO-10047', line: 2, operation: 'Weld' },
    { order: 'SO-2', line: 1, operation: 'Weld' },
  ];
  assert.equal(meant({ kind: 'text', text: 'so-1 0047' }, work).length, 2);
  assert.equal(meant({ kind: 'text', text: 'ＳＯ-10047/2' }, work)[0].line, 2);
  assert.deepEqual(meant(readScan(traveller('SO-2', 1, 'Weld')), work), [work[2]]);
});

test('another keyboard is noticed by the test code and mapped back', () => {
  const german = { y: 'z', z: 'y', Y: 'Z', Z: 'Y', ':': 'Ö', '/': '-', '-': 'ß', '?': '_', '=': '´', '_': '?', '+': '`' };
  const azerty = Object.fromEntries([...'1234567890'].map((digit, at) => [digit, '&é"\'(-è_çà'[at]]));
  for (const keyboard of [german, { ...azerty, '-': ')', _: '°', ':': 'M', M: '?', '?': '§', a: 'q', q: 'a' }]) {
    const typed = (text) => [...text].map((sign) => keyboard[sign] ?? sign).join('');
    const map = learned(typed(TEST_CODE));
    assert.equal(mappedBack(typed('VT:GOOD SO-10047/2?c=_%'), map), 'VT:GOOD SO-10047/2?c=_%');
  }
  assert.deepEqual(learned(TEST_CODE), {});
  assert.equal(learned('SO-10047'), undefined);
  assert.equal(learned(TEST_CODE.replace('%', '')), false);
  assert.equal(learned(TEST_CODE.replaceAll('y', 'z')), false);
  assert.equal(mappedBack('SO-1', undefined), 'SO-1');
});

const typed = (wedge, text, gap, from = 0) => [...text].map((key, at) => wedge.press(key, from + at * gap));

test('keys that come faster than anybody types, and end, are a scan', () => {
  const wedge = new Wedge();
  typed(wedge, 'SO-1', 20);
  assert.equal(wedge.press('Shift', 70).scan, undefined);
  assert.equal(wedge.press('Enter', 80).scan, 'SO-1');
  typed(wedge, 'SO-1', 20, 1000);
  assert.equal(wedge.press('Tab', 1080).scan, 'SO-1');
});

test('what a person types is never a scan', () => {
  const wedge = new Wedge();
  typed(wedge, 'SO-1', 120);
  assert.equal(wedge.press('Enter', 480).scan, undefined);
  typed(wedge, '12', 30, 1000);
  assert.equal(wedge.press('Enter', 1060).scan, undefined);
});

test('with a prefix even a slow scanner is understood', () => {
  const wedge = new Wedge();
  wedge.prefix = '~';
  typed(wedge, '~SO-1', 90);
  assert.equal(wedge.press('Enter', 460).scan, 'SO-1');
});

test('gauges write numbers as they like', () => {
  const read = (text) => Object.values(readGauge(text) ?? {});
  assert.deepEqual(read('+012,345 mm'), [12.345, 'mm']);
  assert.deepEqual(read('12.3456'), [12.3456, '']);
  assert.deepEqual(read('  1.24 kg'), [1.24, 'kg']);
  assert.deepEqual(read('ST,GS,+  1.24kg'), [1.24, 'kg']);
  assert.deepEqual(read('-0,05'), [-0.05, '']);
  assert.deepEqual(read('− 3'), [-3, '']);
  assert.deepEqual(read('1.234,5 g'), [1234.5, 'g']);
  assert.deepEqual(read('1,234,567'), [1234567, '']);
  assert.deepEqual(read('.5'), [0.5, '']);
  assert.equal(readGauge('SO-10047-A'), undefined);
  assert.equal(readGauge(''), undefined);
});

test('a code of digits is told from a value, or a person is asked', () => {
  assert.equal(heard('+012,345 mm'), 'value');
  assert.equal(heard('12.5'), 'value');
  assert.equal(heard('-3'), 'value');
  assert.equal(heard('4006381333931'), 'code');
  assert.equal(heard(' 96385074 '), 'code');
  assert.equal(heard('4006381333932'), 'either');
  assert.equal(heard('3500'), 'either');
  assert.equal(heard('CAL-07'), 'code');
});

test('what a refused report says can be mended only to what can be reported', () => {
  assert.equal(mended('good', '12', {}), 12);
  assert.equal(mended('good', '2,5', { unit: 'kg' }), 2.5);
  assert.equal(mended('value', '-0,05', {}), -0.05);
  assert.equal(mended('reason', ' Scratched ', {}), 'Scratched');
  const rubbish = [['good', 'x'], ['good', ''], ['good', '2,5'], ['rejected', '0'], ['value', '3 mm'], ['reason', ' ']];
  rubbish.forEach(([name, typed]) => assert.equal(mended(name, typed, {}), undefined));
});

test('what was refused and taken back counts neither way', () => {
  const work = { order: 'SO-1', line: 1, operation: 'Weld', done: 10, version: 5 };
  const place = { order: 'SO-1', line: 1, operation: 'Weld' };
  const refused = { state: 'refused', undone: true, report: { id: 'a', kind: 'progressed', good: 4, ...place } };
  const undo = { state: 'waiting', report: { id: 'b', kind: 'withdrawn', corrects: 'a', ...place } };
  assert.equal(standing(work, [refused, undo]).done, 10);
  assert.equal(standing(work, [{ ...refused, state: 'sent', version: 5 }, undo]).done, 6);
});

test('units are converted within a quantity and never between two', () => {
  assert.equal(inUnit({ value: 12.5, unit: 'µm' }, 'mm'), 0.0125);
  assert.equal(inUnit({ value: 12.5, unit: 'μm' }, 'mm'), 0.0125);
  assert.equal(inUnit({ value: 1.24, unit: 'kg' }, 'g'), 1240);
  assert.equal(inUnit({ value: 3, unit: '' }, 'g/a'), 3);
  assert.equal(inUnit({ value: 3, unit: 'g/a' }, 'g/a'), 3);
  assert.equal(inUnit({ value: 3, unit: 'kg' }, 'mm'), undefined);
  assert.equal(inUnit({ value: 3, unit: 'mm' }, undefined), undefined);
});

test('the units that gauges say are those by which files are read', async () => {
  const table = new URL('../../main/resources/intake/units.json', import.meta.url);
  assert.deepEqual(UNITS, JSON.parse(await readFile(table, 'utf8')));
});

test('numbers and units mean here what they mean in a file', async () => {
  const cases = new URL('../resources/org/vitrine/intake/readings/written.json', import.meta.url);
  const { numbers, units } = JSON.parse(await readFile(cases, 'utf8'));
  for (const { written, value, or } of numbers) {
    assert.deepEqual(readNumber(written), value === undefined ? undefined : { value, ...(or && { or }) }, written);
  }
  for (const { value, unit, wanted, is } of units) {
    assert.equal(inUnit({ value, unit }, wanted), is, `${unit} in ${wanted}`);
  }
});

test('what can mean two numbers says so', () => {
  assert.deepEqual(readGauge('-1,250 kg'), { value: -1.25, unit: 'kg', or: -1250 });
  assert.equal('or' in readGauge('0,250 kg'), false);
});

test('a value far off is asked for again', () => {
  const limits = { minimum: 9.8, maximum: 10.2 };
  assert.equal(isFarOff(10.9, limits), false);
  assert.equal(isFarOff(11.1, limits), true);
  assert.equal(isFarOff(16, { maximum: 3 }), true);
  assert.equal(isFarOff(1000, {}), false);
  assert.equal(isWithin(10.2, limits), true);
  assert.equal(isWithin(10.3, limits), false);
});

/** A device whose clock and ticks the test moves. */
function device() {
  const time = { now: Date.parse('2026-12-07T06:00:00Z'), ticks: 0 };
  let id = 0;
  const passes = (millis) => ((time.now += millis), (time.ticks += millis));
  const clock = new DeviceClock([], { now: () => time.now, ticks: () => time.ticks }, () => `era-${++id}`);
  return { time, passes, clock };
}
const iso = (millis) => new Date(millis).toISOString();

test('the way there and back is halved where clocks are compared', () => {
  const { clock, time, passes } = device();
  passes(400);
  clock.compare(iso(time.now - 200 + 3_600_000), 0, 400);
  assert.equal(clock.ahead(), 3_600_000);
});

test('what was tapped before clocks were compared is given its true time afterwards', () => {
  const { clock, time, passes } = device();
  const tapped = { at: clock.now(), era: clock.era.id };
  passes(60_000);
  clock.compare(iso(time.now - 7_200_000), 60_000, 60_000);
  assert.equal(clock.corrected(tapped), tapped.at - 7_200_000);
});

test('a clock that is set back is noticed at once, without a network', () => {
  const { clock, time, passes } = device();
  clock.compare(iso(time.now), 0, 0);
  passes(1_000);
  assert.equal(clock.jumped(), false);
  time.now -= 3_600_000;
  assert.equal(clock.jumped(), true);
  assert.equal(clock.ahead(), 3_600_000);
});

test('what another tab tapped is corrected as what is tapped now, and what was known then stays', () => {
  const { clock, time, passes } = device();
  clock.compare(iso(time.now + 60_000), 0, 0);
  passes(1_000);
  time.now += 3_600_000;
  clock.jumped();
  clock.compare(iso(time.now - 3_540_000), 1_000, 1_000);
  assert.equal(clock.corrected({ at: time.now, era: 'of another tab' }), time.now - 3_540_000);
  assert.equal(clock.corrected({ at: time.now, era: 'of another tab', ahead: 60_000 }), time.now + 60_000);
});

test('a device that slept is not corrected for it', () => {
  const { clock, time } = device();
  clock.compare(iso(time.now), 0, 0);
  time.now += 3_600_000; // Ticks may stand still while it sleeps.
  assert.equal(clock.jumped(), true);
  assert.equal(clock.isCompared(), false);
  assert.equal(clock.ahead(), 0);
});

const record = (seq, at, order = 'SO-1', more = {}) => ({ seq, at, era: 'era-1', report: { order, line: 1 }, ...more });

test('what was tapped can be taken back for ten seconds, whether or not it has left', () => {
  const tapped = (more) => ({ ...record(1, 0), state: 'sent', ...more });
  assert.equal(canUndo(tapped(), 9_999), true);
  assert.equal(canUndo(tapped({ state: 'waiting' }), 9_999), true);
  assert.equal(canUndo(tapped(), 10_000), false);
  assert.equal(canUndo(tapped({ at: 50_000 }), 10_000), false);
  assert.equal(canUndo(tapped({ undone: true }), 1), false);
  assert.equal(canUndo(tapped({ state: 'refused' }), 1), false);
  assert.equal(canUndo(tapped({ report: { kind: 'withdrawn' } }), 1), false);
});

test('whatever clocks did, a line is told in the order in which it was tapped, and never of the future', () => {
  const { clock, time } = device();
  clock.compare(iso(time.now), 0, 0);
  const taps = [record(1, time.now - 5_000), record(2, time.now + 3_600_000), record(3, time.now - 9_000)];
  const happened = stampedTimes(taps, clock).map(({ happenedAt }) => Date.parse(happenedAt));
  assert.equal(happened[0], time.now - 5_000);
  assert.ok(happened[1] <= time.now && happened[2] > happened[1], happened.join());
  assert.equal(stampedTimes([record(4, 0, 'SO-1', { stamped: { happenedAt: 'kept' } })], clock)[0].happenedAt, 'kept');
});

test('tries in vain come ever more seldom, and not all at once', () => {
  assert.equal(pause(0, 0), 500);
  assert.equal(pause(0, 1), 1_000);
  assert.equal(pause(20, 1), 60_000);
});

test('pictures have their hash where browsers do not give it, too', () => {
  for (const length of [0, 3, 55, 56, 64, 1_000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => at * 7);
    assert.equal(sha256(bytes), createHash('sha256').update(bytes).digest('hex'), String(length));
  }
});
