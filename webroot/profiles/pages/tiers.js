import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/tier-profiles.js';

await speak(() => t('tier-profiles.page-title'));
const me = await person();
if (me) {
  show('tier-profiles', { me });
}
