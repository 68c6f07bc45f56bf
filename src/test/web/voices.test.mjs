import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { weekText } from '../../../webroot/base/reading/hours.js';
import { use } from '../../../webroot/base/words.js';
import { causesOf, foundAlso, mayBelong } from '../../../webroot/voices/reading/causes.js';
import {
  briefly,
  COMMITMENTS,
  duration,
  gone,
  goesOnAt,
  headline,
  isLate,
  isWorked,
  left,
  pause,
  step,
  under,
} from '../../../webroot/voices/reading/clock.js';
import { before, counted, hours, months, series, share, together } from '../../../webroot/voices/reading/figures.js';
import { forget, keep, kept, placeOf } from '../../../webroot/voices/reading/draft.js';
import { timeIn, timeText } from '../../../webroot/base/reading/durations.js';
import { listOf, personName } from '../../../webroot/voices/reading/people.js';
import { fault, ids, isUploading, refused } from '../../../webroot/voices/reading/photos.js';
import { anchor, byUrgency, byWaiting, counts, isShown, narrowed, solvedAt, sorted, standingAt } from '../../../webroot/voices/reading/rows.js';
import {
  author,
  entries,
  isOurs,
  isWritten,
  news,
  openQuestion,
  quietLine,
} from '../../../webroot/voices/reading/thread.js';
import { catalogue } from './words.mjs';

beforeEach(() => use('en', catalogue('en')));

const at = (time) => Date.parse(`2026-12-07T${time}Z`);
const instant = (time) => `2026-12-07T${time}Z`;

/** Two hours before lunch and one after it. */
const clock = {
  runs: true,
  next: 'firstAnswer',
  from: instant('08:00:00'),
  due: instant('12:00:00'),
  worked: [
    [instant('08:00:00'), instant('10:00:00')],
    [instant('11:00:00'), instant('12:00:00')],
  ],
};

test('what is left is the working time until it is due, and stands still over lunch', () => {
  const table = [
    ['07:00:00', 10800],
    ['08:00:00', 10800],
    ['09:30:00', 5400],
    ['10:00:00', 3600],
    ['10:59:59', 3600],
    ['11:40:00', 1200],
    ['13:00:00', 0],
  ];
  for (const [time, seconds] of table) {
    assert.equal(left(clock, at(time)), seconds, time);
  }
});

test('the moment says whether it counts, and when it counts again', () => {
  assert.equal(isWorked(clock, at('09:00:00')), true);
  assert.equal(isWorked(clock, at('10:30:00')), false);
  assert.equal(goesOnAt(clock, at('10:30:00')), instant('11:00:00'));
  assert.equal(isWorked({ worked: [] }, at('10:30:00')), true, 'nothing is said where nothing is known');
});

test('how much is gone is counted in working time, and between the instants where that is not known', () => {
  assert.equal(gone(clock, at('08:00:00')), 0);
  assert.equal(gone(clock, at('09:30:00')), 0.5);
  assert.equal(gone(clock, at('10:30:00')), gone(clock, at('11:00:00')));
  assert.equal(gone(clock, at('12:00:00')), 1);
  assert.equal(gone({ ...clock, worked: undefined }, at('10:00:00')), 0.5);
  assert.equal(gone({ runs: false }, at('10:00:00')), 0);
});

test('working time is told in hours and minutes, and in whole hours where it is long', () => {
  const texts = ['less than a minute', '1 min', '59 min', '1 h', '2 h 10 min', '10 h'];
  for (const [at, seconds] of [30, 60, 3540, 3600, 7800, 36600].entries()) {
    assert.equal(duration(seconds), texts[at]);
  }
  use('zh-CN', catalogue('zh-CN'));
  assert.equal(duration(7800), '2 小时 10 分钟');
});

test('in large stands what is due next, or why nothing is', () => {
  const page = { state: 'open', clock };
  assert.equal(headline(page, at('09:50:00')), 'First answer within 1 h 10 min');
  assert.match(headline(page, at('12:30:00')), /^First answer overdue since/);
  assert.equal(headline({ state: 'closed', clock: { runs: false, why: 'closed' } }, at('12:30:00')), 'Solved');
  const still = { state: 'waiting', clock: { runs: false, why: 'asked', since: instant('09:00:00'), left: 5400 } };
  assert.equal(headline(still, at('12:30:00')), 'The clock is paused');
  assert.match(under(still, at('12:30:00'), false), /^We asked you something.*1 h 30 min/);
  assert.match(under(still, at('12:30:00'), true), /^The customer was asked something/);
  assert.match(pause(page, at('10:30:00')), /^Outside working hours now/);
  assert.equal(pause(page, at('09:30:00')), '');
  assert.equal(pause(still, at('10:30:00')), '');
});

test('each commitment says whether it was kept, is next, was missed, or is still to come', () => {
  const commitments = {
    seen: { due: null, done: instant('08:04:00'), missed: false },
    firstAnswer: { due: instant('12:00:00'), done: null, missed: false },
    nextAnswer: { due: null, done: null, target: 28800 },
    solved: { due: instant('16:00:00'), done: null, missed: false },
  };
  const page = { state: 'open', clock, commitments };
  const standings = (now) => COMMITMENTS.map((name) => step(name, page, now).standing);
  assert.deepEqual(standings(at('09:00:00')), ['kept', 'now', 'coming', 'coming']);
  assert.deepEqual(standings(at('12:30:00')), ['kept', 'late', 'coming', 'coming']);
  assert.match(step('nextAnswer', page, at('09:00:00')).text, /^Next answer within 8 h/);
  const late = { ...page, commitments: { ...commitments, seen: { done: instant('13:00:00'), missed: true } } };
  const seen = step('seen', late, at('14:00:00'));
  assert.equal(seen.standing, 'missed');
  assert.match(seen.text, /late$/);
  // Handed on after it was missed, it has more time: what was missed stays missed.
  const first = { ...commitments.firstAnswer, missed: true };
  const again = { ...page, commitments: { ...commitments, firstAnswer: first } };
  assert.equal(step('firstAnswer', again, at('09:00:00')).standing, 'missed');
  assert.match(step('firstAnswer', again, at('09:00:00')).text, /^First answer by .*missed before$/);
  const still = { ...again, clock: { runs: false, why: 'asked' } };
  assert.equal(step('firstAnswer', still, at('09:00:00')).text, 'First answer; missed before');
});

test('a row says in two words where it stands', () => {
  const row = { state: 'open', clock: { ...clock, worked: undefined } };
  assert.match(briefly(row, at('09:00:00')).text, /^by /);
  assert.deepEqual([briefly(row, at('12:00:00')).text, briefly(row, at('12:00:00')).late], ['Overdue', true]);
  assert.equal(briefly({ state: 'waiting', clock: { runs: false } }, at('09:00:00')).text, 'Paused');
  const asked = { state: 'waiting', clock: { runs: false } };
  assert.equal(briefly(asked, at('09:00:00')).more, 'waiting for the customer');
  assert.equal(briefly(asked, at('09:00:00'), true).more, 'waiting for your reply');
  assert.equal(briefly({ state: 'closed', closedAt: instant('08:00:00') }, at('09:00:00')).text, 'Solved');
  assert.equal(isLate({ runs: false, due: instant('08:00:00') }, at('09:00:00')), false);
});

const row = (number, more = {}) => ({
  number,
  title: `Message ${number}`,
  kind: 'question',
  state: 'open',
  order: 'SO-1',
  saidAt: instant('08:00:00'),
  department: { code: 'quality' },
  clock: { runs: true, next: 'seen', from: instant('08:00:00'), due: instant(`${10 + number}:00:00`) },
  ...more,
});

test('overdue comes first whoever waits, then platinum, then what is due; what stands still comes last', () => {
  const rows = [
    row(3),
    row(2, { state: 'waiting', clock: { runs: false } }),
    row(1),
    row(9, { tier: 'platinum' }),
    row(8, { company: { name: 'Harbour', tier: 'platinum' } }),
  ];
  assert.deepEqual(rows.sort(byUrgency(at('10:30:00'))).map(({ number }) => number), [8, 9, 1, 3, 2]);
  assert.deepEqual(rows.sort(byUrgency(at('11:30:00'))).map(({ number }) => number), [1, 8, 9, 3, 2]);
  assert.deepEqual(rows.sort(byUrgency(at('18:30:00'))).map(({ number }) => number), [1, 3, 8, 9, 2]);
  assert.deepEqual(sorted(rows, 'due', at('10:30:00')).map(({ number }) => number), [1, 3, 8, 9, 2]);
});

test('to a customer what waits for them is open, and stands first', () => {
  const rows = [
    row(1, { saidAt: instant('08:00:00') }),
    row(2, { saidAt: instant('09:00:00') }),
    row(3, { saidAt: instant('07:00:00'), state: 'waiting' }),
    row(4, { state: 'closed' }),
  ];
  const shown = (show) => rows.filter((one) => isShown(one, show)).sort(byWaiting).map(({ number }) => number);
  assert.deepEqual(shown('open'), [3, 2, 1]);
  assert.deepEqual(shown('waiting'), [3]);
  assert.deepEqual(shown('closed'), [4]);
});

test('an inbox is narrowed by what it shows, by department and by words', () => {
  const me = { person: 7 };
  const rows = [
    row(1, { assignee: 'Chen Yu', assigneeId: 7 }),
    row(2, { state: 'waiting', assignee: 'Chen Yu', assigneeId: 7 }),
    row(3, { department: { code: 'packing' }, company: 'Kühl & Partner' }),
    row(4, { state: 'closed' }),
    row(5, { state: 'waiting', assignee: 'Chen Yu', assigneeId: 8, department: { code: 'paint' } }),
  ];
  const numbers = (filter) => narrowed(rows, filter, me).map(({ number }) => number);
  assert.deepEqual(numbers({}), [1, 3]);
  assert.deepEqual(numbers({ show: 'mine' }), [1, 2]);
  const head = { person: 9, heads: ['packing'] };
  assert.deepEqual(narrowed(rows, { show: 'mine' }, head).map(({ number }) => number), [3]);
  assert.deepEqual(numbers({ show: 'waiting' }), [2, 5]);
  assert.deepEqual(numbers({ department: 'packing' }), [3]);
  assert.deepEqual(numbers({ q: 'kühl' }), [3]);
  assert.deepEqual(counts(rows, {}, me), { open: 2, mine: 2, waiting: 2 });
  assert.deepEqual(counts(rows, { department: 'packing' }, me), { open: 1, mine: 0, waiting: 0 });
});

test('what was said stands where it was said, and nowhere else', () => {
  const whole = row(1);
  const stage = row(2, { line: 1, stage: 'packing', stageName: { en: 'Packing' } });
  const demanded = row(3, { line: 1, stage: 'packing', requirement: { code: 'label', name: 'Label' } });
  const closed = row(4, { line: 1, stage: 'packing', state: 'closed' });
  const rows = [whole, stage, demanded, closed];
  const there = (place) => standingAt(rows, place).map(({ number }) => number);
  assert.deepEqual(there({}), [1]);
  assert.deepEqual(there({ line: 1, stage: 'packing' }), [2]);
  assert.deepEqual(solvedAt(rows, { line: 1, stage: 'packing' }), [closed]);
  assert.deepEqual(solvedAt(rows, {}), []);
  assert.deepEqual(there({ line: 2, stage: 'packing' }), []);
  assert.deepEqual(there({ line: 1, stage: 'packing', requirement: 'label' }), [3]);
  assert.deepEqual(anchor(stage), ['SO-1', 'Packing']);
  const second = { ...demanded, line: 2, stage: { code: 'packing', name: 'Packing' } };
  assert.deepEqual(anchor(second), ['SO-1', 'line 2', 'Packing', 'Label']);
});

const thread = {
  1: { kind: 'said', by: 'Marcus Lee', side: 'customer', text: 'It leaks' },
  2: {
    kind: 'handed-on',
    by: 'Chen Yu',
    side: 'staff',
    to: { name: { en: 'Refrigerant' } },
    reason: 'brazing joint.',
    left: 15600,
  },
  10: { kind: 'asked', by: 'Chen Yu', side: 'staff', text: 'Wait?', choices: ['Yes', 'No'] },
};

test('a thread is read in the order in which it happened, and what is asked last is open', () => {
  assert.deepEqual(entries(thread).map(({ key }) => key), ['1', '2', '10']);
  assert.deepEqual(entries(thread).map(isWritten), [true, false, true]);
  assert.equal(openQuestion({ state: 'waiting', thread }).key, '10');
  assert.equal(openQuestion({ state: 'open', thread }), undefined);
  const line = 'Chen Yu passed this on to Refrigerant: “brazing joint” · 4 h 20 min of their time left';
  assert.equal(quietLine(entries(thread)[1]), line);
  assert.match(quietLine({ kind: 'moved', reason: 'priority', left: 3600 }), /^The priority has changed.* · 1 h/);
  assert.match(quietLine({ kind: 'climbed', rung: 'account-manager' }), /account manager was told$/);
  assert.match(quietLine({ kind: 'handed-on', byItself: true, reason: 'x' }), /^Passed on several times/);
  assert.equal(quietLine({ kind: 'thanked', by: 'Marcus Lee', side: 'customer' }), 'Marcus Lee said thank you');
  assert.equal(isWritten({ kind: 'closed', text: 'All tested' }), true);
});

test('each side reads its own words as its own', () => {
  const [said] = entries(thread);
  const customer = { name: 'Marcus Lee', isStaff: false };
  const staff = { name: 'Chen Yu', isStaff: true };
  assert.deepEqual([author(said, customer), author(said, staff)], ['You', 'Marcus Lee']);
  assert.deepEqual([isOurs(said, false), isOurs(said, true)], [true, false]);
  assert.equal(author({ by: 'Marcus Lee', side: 'staff' }, customer), 'Marcus Lee', 'a namesake on the other side');
  const glass = { isGlass: true, isStaff: false };
  assert.equal(author({ by: 'Li', side: 'glass' }, glass), 'You');
  assert.equal(author({ by: 'Li', side: 'glass' }, customer), 'Li, by link');
});

test('only what is new is read aloud', () => {
  assert.equal(news(undefined, { thread }), undefined);
  assert.equal(news({ thread }, { thread }), undefined);
  assert.equal(news({ thread: { 1: thread[1], 2: thread[2] } }, { thread }), 'New from Chen Yu');
});

test('a draft is kept at its place until it is said, and an empty one is none', () => {
  const there = new Map();
  const storage = {
    getItem: (key) => there.get(key) ?? null,
    setItem: (key, value) => there.set(key, value),
    removeItem: (key) => there.delete(key),
  };
  const place = placeOf({ order: 'SO-1', line: 1, stage: 'packing' });
  keep(place, { kind: 'wish', text: 'Left' }, storage);
  assert.deepEqual(kept(place, storage), { kind: 'wish', text: 'Left' });
  assert.equal(kept(placeOf({ order: 'SO-1' }), storage), undefined);
  keep(place, { kind: 'wish', text: '  ', photos: [] }, storage);
  assert.equal(there.size, 0);
  keep(place, { text: '', photos: [{ id: 'a' }] }, storage);
  forget(place, storage);
  assert.equal(kept(place, storage), undefined);
  const full = { setItem: () => { throw new Error('full'); }, getItem: () => '{', removeItem: () => {} };
  keep(place, { text: 'Left' }, full);
  assert.equal(kept(place, full), undefined);
});

test('a file that cannot be a photo is not sent, and the way out is said', () => {
  const file = (name, type, size = 1000) => ({ name, type, size });
  const table = [
    [file('gauge.jpg', 'image/jpeg'), undefined],
    [file('gauge.HEIC', ''), 'photo.heic'],
    [file('gauge.jpg', 'image/heic'), 'photo.heic'],
    [file('plan.svg', 'image/svg+xml'), 'photo.type'],
    [file('noise.mp4', 'video/mp4'), 'photo.video'],
    [file('gauge.png', 'image/png', 0), 'photo.empty'],
    [file('gauge.png', 'image/png', 11 * 1024 * 1024), 'photo.size'],
  ];
  table.forEach(([one, key]) => assert.equal(fault(one), key, one.name + one.type));
  assert.deepEqual([0, 413, 415, 422, 500].map((status) => refused({ status })), [
    'photo.unreachable', 'photo.size', 'photo.type', 'photo.unreadable', 'photo.failed',
  ]);
  const photos = [{ id: 'a' }, { progress: 0.5 }, { wrong: 'photo.type' }];
  assert.deepEqual(ids(photos), ['a']);
  assert.deepEqual([isUploading(photos), isUploading([photos[0], photos[2]])], [true, false]);
});

test('times are read however they are typed, and back', () => {
  const table = [
    ['4', 'PT4H'],
    ['4 h', 'PT4H'],
    ['1,5', 'PT1H30M'],
    ['30 min', 'PT30M'],
    ['2h 15min', 'PT2H15M'],
    ['4 小时 30 分钟', 'PT4H30M'],
  ];
  table.forEach(([typed, iso]) => assert.equal(timeIn(typed), iso, typed));
  ['', 'soon', '-1', '0', '4 weeks'].forEach((typed) => assert.equal(timeIn(typed), undefined, typed));
  assert.deepEqual(['PT4H', 'PT90M', 'P1DT2H', 'PT30M'].map(timeText), ['4 h', '1 h 30 min', '26 h', '30 min']);
  for (const language of ['en', 'zh-CN']) {
    use(language, catalogue(language));
    ['PT4H', 'PT1H30M', 'PT45M'].forEach((iso) => assert.equal(timeIn(timeText(iso)), iso, language));
  }
});

test('of messages that are alike, causes are offered once and the others to be ticked, the nearest first', () => {
  const brazing = { cause: { id: 7, title: 'Brazing' } };
  const rows = [row(4), row(1, brazing), row(3), row(2, brazing)];
  const numbers = (found) => found.map(({ number }) => number);
  assert.deepEqual(causesOf(rows), [{ id: 7, title: 'Brazing', with: rows[1] }]);
  assert.deepEqual(numbers(mayBelong(rows, { number: 9 })), [4, 3]);
  assert.deepEqual(numbers(mayBelong(rows, rows[2])), [4]);
});

test('what is ticked stays among what is found, and nothing stands there twice', () => {
  const before = [row(5), row(6), row(7)];
  const found = [row(7), row(8), row(9), row(8)];
  const shown = foundAlso(found, before, new Set([6, 9]), [row(9)]);
  assert.deepEqual(shown.map(({ number }) => number), [6, 7, 8]);
});

test('people are named, and lists are read however they are typed', () => {
  const staff = [{ email: 'chen@foshan.example', name: 'Chen Yu' }];
  assert.equal(personName('chen@foshan.example', staff), 'Chen Yu');
  assert.equal(personName({ email: 'li@foshan.example', name: 'Li Wen' }), 'Li Wen');
  assert.equal(personName('nobody@foshan.example', staff), 'nobody@foshan.example');
  assert.deepEqual(listOf(' final-inspection, weld-*、packing '), ['final-inspection', 'weld-*', 'packing']);
});

test('hours of a week are told with their breaks', () => {
  const day = [{ from: '08:00', to: '12:00' }, { from: '13:30', to: '17:30' }];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [day[0]] };
  assert.equal(weekText(week), 'Mon–Fri 08:00–12:00 and 13:30–17:30, Sat 08:00–12:00');
});

test('months are counted over the turn of a year, and a line has a gap where nothing was counted', () => {
  assert.deepEqual(months('2026-11', '2027-02'), ['2026-11', '2026-12', '2027-01', '2027-02']);
  assert.deepEqual(months('2027-02', '2026-11'), []);
  assert.equal(before('2026-11', 11), '2025-12');
  const rows = [
    { month: '2026-11', commitment: 'seen', kept: 3, missed: 1, median: 7200 },
    { month: '2026-12', commitment: 'solved', kept: 0, missed: 0 },
  ];
  assert.deepEqual(series(rows, ['2026-11', '2026-12'], ['seen', 'solved'], share), [[75, null], [null, null]]);
  assert.deepEqual([hours(5400), hours(undefined)], [1.5, undefined]);
});

test('months before anything was counted are left out, and rows of the same stand together', () => {
  const rows = [{ month: '2026-10', kind: 'wish' }, { month: '2026-11', kind: 'care' }, { month: '2026-11', kind: 'wish' }];
  assert.deepEqual(counted(rows, ['2026-08', '2026-09', '2026-10', '2026-11']), ['2026-10', '2026-11']);
  assert.deepEqual(counted(rows, ['2026-09', '2026-10', '2026-11', '2026-12']), ['2026-10', '2026-11', '2026-12']);
  assert.deepEqual(together(rows, 'kind'), [[rows[0], rows[2]], [rows[1]]]);
});
