import { can } from '../../base/reading/access.js';
import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/waivers-page.js';

await speak(() => t('waivers.page-title'));
const me = await person();
if (me) {
  show('waivers-page', { me, sets: can(me, 'house.set') });
}
