import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/kept-piece.js';

const serial = decodeURIComponent(location.pathname.split('/')[3]);

await speak(() => t('kept-piece.page-title', { serial }));
if (await person()) {
  show('kept-piece', { serial });
}
