import { header, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import { waysIn } from '../../base/way-in.js';
import '../elements/numbers-page.js';

await speak(() => t('numbers.page-title'));
const wanted = decodeURIComponent(location.pathname.split('/')[2] ?? '');
show('numbers-page', { wanted: wanted || undefined });
header.manufacturer = (await waysIn())?.manufacturer;
