import { t } from '../i18n/words.js';
import { notice, speak, waysIn } from './start.js';

await speak(() => t('notice.not-found.title'));
notice('not-found', '/');
waysIn();
