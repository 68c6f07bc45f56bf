import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, sentence, subject } from '../../../webroot/notices/reading/notice.js';
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

test('a message is told by its number and its words', () => {
  use('en', catalogue('en'));
  const facts = { message: 2031, title: 'Dented', by: 'Chen Yu', text: 'We send another' };
  assert.equal(subject({ facts }), 'Message 2031');
  assert.equal(address({ facts }), '/messages/2031');
  assert.equal(sentence({ kind: 'voice.answered', facts }), 'Chen Yu answered: We send another');
  assert.equal(sentence({ kind: 'voice.reminded', facts: { ...facts, percent: 80 } }), '80 % of the time is over: Dented');
  assert.equal(sentence({ kind: 'voice.reminded', facts: { ...facts, percent: 100 } }), 'The time is over: Dented');
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
