import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pasted } from '../../../webroot/stations/reading/pasted.js';

const who = (text) => pasted(text).map(({ name, badge, pin, isWhole }) => [name, badge, pin, isWhole]);

test('operators are read however a sheet parts its columns, with or without headings', () => {
  const both = [
    ['Zhang Wei', '0042', '2468', true],
    ['刘洋', '工牌-43', '13579', true],
  ];
  assert.deepEqual(who('Zhang Wei\t0042\t2468\n刘洋\t工牌-43\t13579\n'), both);
  assert.deepEqual(who('Name; Badge; PIN\r\nZhang Wei; 0042; 2468\r\n\r\n刘洋; 工牌-43; 13579'), both);
  assert.deepEqual(who('姓名，工牌，密码\nZhang Wei,0042,2468\n刘洋，工牌-43，13579'), both);
});

test('a line that is not whole is told, never left out', () => {
  assert.deepEqual(who('Zhang Wei\t0042'), [['Zhang Wei', '0042', '', false]]);
  assert.deepEqual(who('Zhang Wei\t0042\t12'), [['Zhang Wei', '0042', '12', false]]);
  assert.deepEqual(who('Zhang Wei\t0042\t2468\nLiu Yang'), [
    ['Zhang Wei', '0042', '2468', true],
    ['Liu Yang', '', '', false],
  ]);
  assert.deepEqual(who('Zhang\tWei\t0042\t2468'), [['Zhang', 'Wei', '0042', false]]);
});
