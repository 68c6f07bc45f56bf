import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { can, choices, isAt, isPerson, openTo } from '../../../webroot/base/reading/access.js';
import { belongsToCompanies, rolesToGive } from '../../../webroot/people/reading/roles.js';
import { asked, deed, details, doer, isNarrowed } from '../../../webroot/people/reading/audit.js';
import { inOrder, standingOf, withWhatItNeeds } from '../../../webroot/tracking/reading/links.js';
import { linkIn, mailState } from '../../../webroot/mail/reading/mail.js';
import { refusal } from '../../../webroot/base/reading/refusals.js';
import { recall, remember } from '../../../webroot/base/reading/wanted.js';
import { use } from '../../../webroot/base/words.js';
import { catalogue } from './words.mjs';

const NOON = new Date(2026, 11, 7, 12).getTime();
const MINUTE = 60_000;

beforeEach(() => use('en', catalogue('en')));

function aStorage() {
  const values = new Map();
  return {
    setItem: (name, value) => values.set(name, value),
    getItem: (name) => values.get(name) ?? null,
    removeItem: (name) => values.delete(name),
  };
}

const MENU = [
  { address: '/board', needs: 'plant.read' },
  { address: '/orders' },
  { address: '/keys', needs: 'keys.manage' },
];
const addresses = (me) => openTo(me, MENU).map(({ address }) => address);

test('the menu has what somebody can, as the server says it', () => {
  assert.deepEqual(addresses({ can: [] }), ['/orders']);
  assert.deepEqual(addresses({ can: ['keys.manage'] }), ['/orders', '/keys']);
  assert.deepEqual(addresses({ can: [], role: 'administrator' }), ['/orders']);
});

test('a page of the menu is marked on the pages below it, and on no other', () => {
  assert.equal(isAt({ address: '/orders' }, '/orders'), true);
  assert.equal(isAt({ address: '/orders' }, '/orders/SO-1/history'), true);
  assert.equal(isAt({ address: '/orders' }, '/orders-of-others'), false);
});

test('an account manager invites contacts and gives no rights over the plant', () => {
  assert.deepEqual(rolesToGive({ can: ['people.invite'] }), ['customer', 'distributor']);
  assert.equal(rolesToGive({ can: ['people.invite', 'people.manage'] }).length, 6);
  assert.deepEqual(rolesToGive({ can: [] }), []);
  assert.equal(belongsToCompanies('account-manager'), true);
  assert.equal(belongsToCompanies('operator'), false);
});

test('who looks through a glass link is no person here', () => {
  assert.equal(isPerson({ role: 'glass' }), false);
  assert.equal(isPerson({ role: 'distributor', email: 'jonas@kuehl.example' }), true);
});

test('a company can be changed only where there is another', () => {
  const two = [{ code: 'a' }, { code: 'b' }];
  assert.deepEqual(choices({ can: ['companies.switch'] }), []);
  assert.deepEqual(choices({ can: ['companies.switch'], companies: [{ code: 'a' }] }), []);
  assert.equal(choices({ can: ['companies.switch'], companies: two }).length, 2);
  assert.deepEqual(choices({ can: [], companies: two }), []);
});

test('where somebody wanted to go is known once, and for a quarter of an hour', () => {
  const storage = aStorage();
  remember('/orders/SO-1001', NOON, storage);
  assert.equal(recall(NOON + 14 * MINUTE, storage), '/orders/SO-1001');
  assert.equal(recall(NOON + 14 * MINUTE, storage), '/');

  remember('/orders/SO-1001', NOON, storage);
  assert.equal(recall(NOON + 16 * MINUTE, storage), '/');
});

test('nobody is sent anywhere but to our own pages', () => {
  const foreign = ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/orders//evil', '/enter', '/sign-in', '/orders?x', 7, null];
  for (const path of foreign) {
    const storage = aStorage();
    remember(path, NOON, storage);
    assert.equal(recall(NOON, storage), '/', String(path));

    storage.setItem('vitrine.wanted', JSON.stringify({ path, until: NOON + MINUTE }));
    assert.equal(recall(NOON, storage), '/', String(path));
  }
  const broken = aStorage();
  broken.setItem('vitrine.wanted', 'no JSON');
  assert.equal(recall(NOON, broken), '/');
  assert.equal(recall(NOON, undefined), '/');
});

test('a refusal is a sentence in the language of the viewer', () => {
  const common = { status: 422, field: 'password', message: 'This password is too common' };
  assert.equal(refusal(common), 'This password is too common');
  assert.equal(refusal({ status: 401, message: 'no' }, { 401: 'sign-in.wrong' }), catalogue('en')['sign-in.wrong']);
  assert.equal(refusal({ status: 418, message: 'I am a teapot' }), 'I am a teapot');

  use('zh-CN', catalogue('zh-CN'));
  assert.equal(refusal(common), catalogue('zh-CN')['refused.field.password']);
  assert.equal(refusal({ status: 422, field: 'new-field', message: 'No' }), catalogue('zh-CN')['refused.422']);
});

test('who tried too often is told how long to wait', () => {
  assert.match(refusal({ status: 429, retryAfterSeconds: 1 }), /in 1 second\./);
  assert.match(refusal({ status: 429, retryAfterSeconds: 100 }), /in 2 minutes\./);
  assert.match(refusal({ status: 429 }), /wait a moment/);
});

test('days of the trail are whole days where the viewer is', () => {
  const filter = asked({ actor: 'Li', from: '2026-12-07', to: '2026-12-31' });
  assert.equal(filter.from, new Date(2026, 11, 7).toISOString());
  assert.equal(filter.to, new Date(2027, 0, 1).toISOString());
  assert.deepEqual(asked({ actor: 'Li', from: '' }), { actor: 'Li' });
});

test('the trail is told in words, and what has none yet by its code', () => {
  assert.equal(deed('signed-in'), 'Signed in');
  assert.equal(deed('of-a-newer-server'), 'of-a-newer-server');
  assert.deepEqual(details({ role: 'customer', fields: ['readings', 'reports'], other: true }), [
    ['role', 'Customer'],
    ['shows', 'Measured values, Reports from the plant'],
    ['other', ''],
  ]);
  assert.equal(isNarrowed({ actor: '', from: undefined }), false);
  assert.equal(isNarrowed({ actor: 'Li' }), true);
});

test('a glass link that shows readings shows what was demanded', () => {
  assert.deepEqual(withWhatItNeeds(['reports', 'readings']), ['requirements', 'readings', 'reports']);
  assert.deepEqual(withWhatItNeeds([]), []);
});

test('links that still open something come first, the newest of them first', () => {
  const link = (id, createdAt, rest) => ({ id, createdAt, expiresAt: '2027-01-01T00:00:00Z', ...rest });
  const links = [
    link('old', '2026-12-01T00:00:00Z'),
    link('revoked', '2026-12-06T00:00:00Z', { revokedAt: '2026-12-06T10:00:00Z' }),
    link('expired', '2026-12-05T00:00:00Z', { expiresAt: '2026-12-06T00:00:00Z' }),
    link('new', '2026-12-03T00:00:00Z'),
  ];
  assert.deepEqual(inOrder(links, NOON).map(({ id }) => id), ['new', 'old', 'revoked', 'expired']);
  assert.deepEqual(links.map((one) => standingOf(one, NOON)), ['active', 'revoked', 'expired', 'active']);
});

test('the link in a mail is found with its secret', () => {
  assert.equal(linkIn('Come in:\nhttp://localhost:8080/enter#a_B-9\nBye.'), 'http://localhost:8080/enter#a_B-9');
  assert.equal(linkIn('Your order moved, see https://vitrine.example/orders.'), undefined);
  assert.equal(linkIn(undefined), undefined);
  const mails = [
    { state: 'sent' },
    { state: 'waiting' },
    { state: 'waiting', error: 'x' },
    { state: 'set-aside', error: 'x' },
    { state: 'kept' },
  ];
  assert.deepEqual(mails.map(mailState), ['sent', 'waiting', 'failed', 'set-aside', 'kept']);
});

test('what somebody was and is stands side by side, in words', () => {
  const detail = {
    role: { before: 'customer', after: 'distributor' },
    companies: { before: ['Northwind'], after: ['Northwind'] },
    fields: ['readings', 'operations'],
    again: true,
  };
  assert.deepEqual(details(detail), [
    ['role', 'Customer → Distributor'],
    ['companies', 'Northwind'],
    ['shows', 'Measured values, Operations by stage'],
    ['resent', ''],
  ]);
  assert.deepEqual(details({ fields: [] }), [['shows', 'stages, quantities and dates']]);
  assert.deepEqual(details({ by: 'link, second factor' }), [['with', 'sign-in link, two-step verification']]);
  assert.deepEqual(details({ companies: { before: [], after: ['Northwind'] } }), [['companies', 'none → Northwind']]);
  assert.deepEqual(details({ language: { before: '', after: 'zh-CN' }, zone: { before: 'Asia/Shanghai', after: '' } }), [
    ['language', 'none → 中文'],
    ['time zone', 'Asia/Shanghai → none'],
  ]);
});

test('who did it is said by what they are', () => {
  assert.equal(doer({ actor: 'Li Wen', actorKind: 'person' }), 'by Li Wen');
  assert.equal(doer({ actor: 'erp', actorKind: 'key' }), 'by key erp');
  assert.equal(doer({ actor: 'Li Wen' }), 'by Li Wen');
});
