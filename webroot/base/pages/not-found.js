import { notice, speak } from '../start.js';
import { waysIn } from '../way-in.js';
import { t } from '../words.js';

await speak(() => t('notice.not-found.title'));
notice('not-found', '/');
waysIn();
