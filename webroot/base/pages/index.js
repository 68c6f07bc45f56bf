import { given } from '../given.js';
import { contributions } from '../places.js';
import { openTo } from '../reading/access.js';
import { person, speak } from '../start.js';
import { t } from '../words.js';

await speak(() => t('title'));
const me = await person();
if (me) {
  const led = await Promise.all(contributions('first', { me }));
  const [first] = openTo(me, given.menu);
  location.replace(led.find(Boolean) ?? first.address);
}
