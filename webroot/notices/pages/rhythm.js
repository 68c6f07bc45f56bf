import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/notice-rhythm.js';

await speak(() => t('rhythm.page-title'));
if (await person()) {
  show('notice-rhythm');
}
