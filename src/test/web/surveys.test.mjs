import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  choose,
  filledIn,
  isAnswered,
  linkIn,
  moved,
  sayOther,
  scores,
  sent,
} from '../../../webroot/surveys/reading/answers.js';
import { forget, keep, kept, placeOf } from '../../../webroot/surveys/reading/kept.js';
import {
  audienceIn,
  begun,
  blankQuestion,
  codeOf,
  companiesShown,
  editable,
  ofKind,
  planSent,
} from '../../../webroot/surveys/reading/plans.js';

const choices = [{ key: 'a' }, { key: 'b' }];
const one = { key: 'one', kind: 'choice', choices, choosing: { other: true } };
const many = { key: 'many', kind: 'choice', choices, choosing: { many: true, other: true } };
const rank = { key: 'rank', kind: 'rank', choices };

test('scores go from the lowest to the highest', () => {
  assert.equal(scores('score-0-10').length, 11);
  assert.deepEqual(scores('score-1-5'), [1, 2, 3, 4, 5]);
});

test('a zero is an answer, and blanks are none', () => {
  assert.ok(isAnswered({ kind: 'score-0-10' }, 0));
  assert.ok(!isAnswered({ kind: 'score-0-10' }, undefined));
  assert.ok(!isAnswered({ kind: 'open' }, '  '));
  assert.ok(!isAnswered(one, { chosen: [], other: ' ' }));
  assert.ok(!isAnswered({ kind: 'association' }, [{ word: '', feeling: 'plus' }]));
  assert.ok(!isAnswered(rank, ['a']));
  assert.ok(isAnswered({ kind: 'situation', choices: [] }, 'call'));
});

test('one is chosen in place of another, several beside each other', () => {
  assert.deepEqual(choose(one, { chosen: ['a'] }, 'b'), { chosen: ['b'] });
  assert.deepEqual(choose(one, { chosen: [], other: 'x' }, 'b'), { chosen: ['b'] });
  assert.deepEqual(choose(many, { chosen: ['a'], other: 'x' }, 'b'), { chosen: ['a', 'b'], other: 'x' });
  assert.deepEqual(choose(many, { chosen: ['a', 'b'] }, 'a'), { chosen: ['b'] });
  assert.deepEqual(sayOther(one, { chosen: ['a'] }, 'x'), { chosen: [], other: 'x' });
  assert.deepEqual(sayOther(many, { chosen: ['a'] }, 'x'), { chosen: ['a'], other: 'x' });
});

test('what is sent has neither what is empty nor blanks at the ends', () => {
  const questions = [
    one,
    rank,
    { key: 'why', kind: 'open' },
    { key: 'words', kind: 'association' },
    { key: 'pic', kind: 'picture', choices },
    { key: 'nps', kind: 'score-0-10' },
  ];
  const answers = {
    one: { chosen: [], other: ' neither ' },
    rank: [],
    why: ' 好 ',
    words: [{ word: ' fast ', feeling: 'plus' }, { word: '', feeling: 'neutral' }],
    pic: { chosen: 'a', why: ' ' },
    nps: 0,
  };
  assert.deepEqual(sent(questions, answers), {
    one: { chosen: [], other: 'neither' },
    why: '好',
    words: [{ word: 'fast', feeling: 'plus' }],
    pic: { chosen: 'a' },
    nps: 0,
  });
});

test('what is moved stays within the list', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 2, -1), ['a', 'c', 'b']);
  assert.deepEqual(moved(['a', 'b', 'c'], 0, -1), ['a', 'b', 'c']);
  assert.deepEqual(moved(['a', 'b', 'c'], 0, 9), ['b', 'c', 'a']);
});

test('a mail fills in what fits and nothing else', () => {
  const secret = 'x'.repeat(43);
  assert.deepEqual(linkIn(`#${secret}.10`), { link: secret, said: '10' });
  assert.deepEqual(linkIn(`#${secret}`), { link: secret, said: undefined });
  assert.deepEqual(linkIn('#top'), { link: undefined, said: undefined });
  assert.equal(filledIn({ kind: 'score-0-10' }, '10'), 10);
  assert.equal(filledIn({ kind: 'score-0-10' }, '11'), undefined);
  assert.equal(filledIn({ kind: 'score-1-5' }, '0'), undefined);
  assert.equal(filledIn({ kind: 'score-1-5' }, 'x'), undefined);
  assert.deepEqual(filledIn(one, 'a'), { chosen: ['a'] });
  assert.equal(filledIn(one, 'z'), undefined);
  assert.equal(filledIn(rank, 'a'), undefined);
  assert.deepEqual(filledIn({ kind: 'picture', choices }, 'b'), { chosen: 'b' });
});

test('a question that is answered in another way keeps what fits', () => {
  const made = ofKind({ ...blankQuestion([]), text: { en: 'Why?' } }, 'choice');
  assert.equal(made.key, 'q1');
  assert.deepEqual(made.choices.map(({ key }) => key), ['c1', 'c2']);
  assert.deepEqual(ofKind(made, 'rank').choices, made.choices);
  assert.deepEqual(ofKind(made, 'open').choices, []);
  assert.deepEqual(ofKind(made, 'picture').choices.map(({ picture }) => picture), ['sun', 'clouds']);
  assert.deepEqual(ofKind(ofKind(made, 'picture'), 'choice').choices.some(({ picture }) => picture), false);
  assert.deepEqual(ofKind(blankQuestion([]), 'situation').choices, []);
});

test('what is sent of a plan is what its kinds have', () => {
  const score = { ...blankQuestion([]), text: { en: 'Well?', 'zh-CN': ' ' }, setting: { en: 'x' } };
  const choice = ofKind(blankQuestion([score]), 'choice');
  const plan = editable({ ...begun(undefined, 0), title: 'Hello', introduction: '', questions: [score, choice] });
  const sentPlan = planSent(plan);
  assert.deepEqual(sentPlan.title, { en: 'Hello' });
  assert.deepEqual(sentPlan.audience, { all: true });
  assert.deepEqual(sentPlan.questions[0], { key: 'q1', kind: 'score-0-10', text: { en: 'Well?' }, required: false });
  assert.deepEqual(sentPlan.questions[1].choosing, { many: false, other: false });
  assert.equal(sentPlan.closes, new Date(21 * 86_400_000).toISOString());
});

test('whom it asks is read from the fields of a form', () => {
  assert.deepEqual(audienceIn({ companies: [] }, []), { all: true });
  assert.deepEqual(audienceIn({ companies: ['a', 'b'], sampled: 'none' }, ['gold']), {
    tiers: ['gold'],
    companies: ['a', 'b'],
  });
  assert.deepEqual(audienceIn({ companies: [], sampled: 'share', amount: '25', strata: 'kind' }, []), {
    all: true,
    sample: { share: 0.25, strata: 'kind' },
  });
});

test('companies that are chosen stand before what is found, each once', () => {
  assert.deepEqual(companiesShown(['b'], ['a', 'b', 'c']), ['b', 'a', 'c']);
  assert.deepEqual(companiesShown([], []), []);
});

test('a code is made of a title, where it has one', () => {
  assert.equal(codeOf('How are we doing?'), 'how-are-we-doing');
  assert.equal(codeOf('Été 2026!'), 'ete-2026');
  assert.equal(codeOf('我们做得怎么样？'), '');
});

test('what somebody has begun is found by nobody else who is asked on the same device', () => {
  const shelf = new Map();
  globalThis.localStorage = {
    getItem: (name) => shelf.get(name) ?? null,
    setItem: (name, text) => shelf.set(name, text),
    removeItem: (name) => shelf.delete(name),
  };
  keep('autumn', 'the-link-of-amelia', { nps: 3 });
  keep('autumn', 'bruno@bruno.example', { nps: 9 });
  assert.deepEqual(kept('autumn', 'the-link-of-amelia'), { nps: 3 });
  assert.deepEqual(kept('autumn', 'bruno@bruno.example'), { nps: 9 });
  assert.equal(kept('autumn', 'the-link-of-carla'), undefined);
  assert.equal(kept('spring', 'the-link-of-amelia'), undefined);
  assert.doesNotMatch(placeOf('autumn', 'bruno@bruno.example'), /bruno/);
  forget('autumn', 'bruno@bruno.example');
  assert.equal(kept('autumn', 'bruno@bruno.example'), undefined);
  assert.deepEqual(kept('autumn', 'the-link-of-amelia'), { nps: 3 });
  delete globalThis.localStorage;
});
