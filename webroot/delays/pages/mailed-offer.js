import { header, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import { waysIn } from '../../base/way-in.js';
import '../elements/mailed-offer.js';

const [token, begun] = location.hash.slice(1).split('.');
history.replaceState(null, '', location.pathname); // The secret must not stay in the address bar.

await speak(() => t('delays.mail-page-title'));
show('mailed-offer', { token, begun });
header.manufacturer = (await waysIn())?.manufacturer;
