import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/cards-page.js';

await speak(() => t('warranty-cards.page-title'));
if (await person()) {
  show('cards-page', { order: new URLSearchParams(location.search).get('order') ?? '' });
}
