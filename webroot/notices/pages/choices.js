import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/notice-choices.js';

await speak(() => t('choices.page-title'));
const me = await person();
if (me) {
  show('notice-choices', { me });
}
