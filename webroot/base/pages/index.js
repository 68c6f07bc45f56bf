import { given } from '../given.js';
import { openTo } from '../reading/access.js';
import { person, speak } from '../start.js';
import { t } from '../words.js';

await speak(() => t('title'));
const me = await person();
if (me) {
  const [first] = openTo(me, given.menu);
  location.replace(first.address);
}
