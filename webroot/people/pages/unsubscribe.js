import { show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/unsubscribe-page.js';

await speak(() => t('unsubscribe.page-title'));
show('unsubscribe-page', { token: decodeURIComponent(location.pathname.split('/')[2]) });
