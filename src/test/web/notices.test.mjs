import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, agreedSaid, sentence, subject } from '../../../webroot/notices/reading/notice.js';
import { chosen, isWished, modeOf, questioned, topicsOf } from '../../../webroot/notices/reading/choices.js';
import { use } from '../../../webroot/base/words.js';
import { catalogue } from './words.mjs';

const stage = { code: 'packing', name: { en: 'Packing', 'zh-CN': '包装' } };

test('a notice is a sentence in the language of its reader', () => {
  const notice = { kind: 'stage-finished', facts: { order: 'SO 1', lines: [1, 3], stage } };
  use('en', catalogue('en'));
  assert.equal(sentence(notice), 'Stage “Packing” is done');
  assert.equal(subject(notice), 'SO 1, lines 1, 3');
  assert.equal(address(notice), '/orders/SO%201');
  use('zh-CN', catalogue('zh-CN'));
  assert.equal(sentence(notice), '阶段“包装”已完成');
});

test('which sentence it is depends on what is known', () => {
  use('en', catalogue('en'));
  const said = (kind, facts) => sentence({ kind, facts: { order: 'SO-1', ...facts } });
  assert.match(said('promise-revised', { before: '2026-12-12', date: '2026-12-20' }), /moved from .*12.* to .*20/);
  assert.match(said('promise-revised', { date: '2026-12-20', reason: 'valves' }), /is .*20.*: valves$/);
  assert.equal(said('promise-revised', { before: '2026-12-12' }), 'The promised date is to be confirmed');
  assert.match(said('shipped', { shipment: 'S-1', leftOn: '2026-12-07', carrier: 'Sun' }), /with Sun$/);
  assert.match(said('at-risk', { risk: 'held' }), /on hold$/);
  assert.equal(said('of-a-newer-server', {}), 'There is news');
});

test('a date that is offered leads to the offer, and says what silence means', () => {
  use('en', catalogue('en'));
  const facts = { order: 'SO-1', lines: [2], offer: 'abc', until: '2026-12-09', date: '2026-12-20' };
  const said = (more) => sentence({ kind: 'delay.offered', facts: { ...facts, ...more } });
  assert.match(said(), /^May we deliver on .*20.*\? Please answer by .*9/);
  assert.match(said({ silence: 'consent' }), /If we hear nothing by .*9.*, it counts as agreed$/);
  assert.equal(address({ facts }), '/orders/SO-1#offer-abc');
  const { date: none, ...open } = facts;
  assert.match(sentence({ kind: 'delay.offered', facts: open }), /^We cannot give a date yet: please say by .*9/);
});

test('a message is told by its number and its words', () => {
  use('en', catalogue('en'));
  const facts = { message: 2031, title: 'Dented', by: 'Chen Yu', text: 'We send another' };
  assert.equal(subject({ facts }), 'Message 2031');
  assert.equal(address({ facts }), '/messages/2031');
  assert.equal(sentence({ kind: 'voice.answered', facts }), 'Chen Yu answered: We send another');
  assert.equal(sentence({ kind: 'voice.reminded', facts: { ...facts, percent: 80 } }), '80 % of the time is over: Dented');
  assert.equal(sentence({ kind: 'voice.reminded', facts: { ...facts, percent: 100 } }), 'The time is over: Dented');
});

test('a notice names the agreement by which it is told', () => {
  use('en', catalogue('en'));
  assert.equal(agreedSaid({ owner: 'company', version: 3 }), 'told as agreed with you, version 3');
  assert.equal(agreedSaid({ owner: 'tier', version: 1 }), 'told as your service level has it, version 1');
  assert.equal(agreedSaid(undefined), undefined);
});

test('what is told as usual is not sent', () => {
  const values = { stages: 'usual', risks: 'off', digestHour: '7' };
  assert.deepEqual(chosen(values, ['stages', 'risks']), [{ topic: 'risks', mode: 'off' }]);
});

test('a rhythm is read by side, topic and tier', () => {
  const beats = [
    { readers: 'customers', topic: 'stages', tier: 'gold', mode: 'digest' },
    { readers: 'customers', topic: 'stages', tier: 'platinum', mode: 'at-once' },
    { readers: 'staff', topic: 'messages', tier: 'gold', mode: 'at-once' },
  ];
  assert.deepEqual(topicsOf(beats, 'customers'), ['stages']);
  assert.equal(modeOf(beats, 'customers', 'stages', 'platinum'), 'at-once');
  assert.equal(modeOf(beats, 'staff', 'stages', 'gold'), undefined);
});

test('somebody waits for a stage of one line', () => {
  const following = { stages: [{ line: 1, stage: 'packing' }] };
  assert.equal(isWished(following, 1, 'packing'), true);
  assert.equal(isWished(following, 2, 'packing'), false);
  assert.equal(isWished(undefined, 1, 'packing'), false);
});

test('what is not ticked is not asked', () => {
  const questions = [{ topic: 'still-solved', asked: true }, { topic: 'after-care', asked: false }];
  assert.deepEqual(questioned(questions, ['after-care']), [
    { topic: 'still-solved', asked: false },
    { topic: 'after-care', asked: true },
  ]);
  assert.deepEqual(questioned([], []), []);
});
